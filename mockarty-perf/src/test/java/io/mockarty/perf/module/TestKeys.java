package io.mockarty.perf.module;

/** One key in all its forms and two certificates for it, valid until 2126; made for these tests and of no other use. */
public final class TestKeys {

    /** In PKCS#8. */
    public static final String KEY = """
            -----BEGIN PRIVATE KEY-----
            MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgn9LwyLh3eZKIgPJr
            MbSjom2OnaswVuGffZmLrN/4ug2hRANCAARrjMylRnNQLjWYpyZx8q0ye230KS7O
            vJkwPEYgzUfEIcOUiEyJS9cv0hLuf3MR1TfPKCeeaPh/z3VYztSptQU3
            -----END PRIVATE KEY-----
            """;

    /** In the form of SEC 1. */
    public static final String SEC_1 = """
            -----BEGIN EC PRIVATE KEY-----
            MHcCAQEEIJ/S8Mi4d3mSiIDyazG0o6Jtjp2rMFbhn32Zi6zf+LoNoAoGCCqGSM49
            AwEHoUQDQgAEa4zMpUZzUC41mKcmcfKtMntt9CkuzryZMDxGIM1HxCHDlIhMiUvX
            L9IS7n9zEdU3zygnnmj4f891WM7UqbUFNw==
            -----END EC PRIVATE KEY-----
            """;

    /** In PKCS#8, encrypted with {@link #PASSWORD}. */
    public static final String ENCRYPTED = """
            -----BEGIN ENCRYPTED PRIVATE KEY-----
            MIHsMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAi2wIjQ59qRvAICCAAw
            DAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEEFwswUf1aoHy2W0imPX/s/gEgZBt
            IS6oLZwkhz/4Wsnys47HJrEXOTXp1ns0upmDA36MQ25oPy26HiKLXGuRSCxKWX9I
            DMCMz2TMnNLmcJ4E1IDCHKWDiX2ZiHrlR4FUad1a75bfiupmDtnSAcEAkX+PLO7Q
            0n2QIdWTPXr4zrEnQxPaabCjAIr7iUqWr1bhITxUre4MXE/f2RLBsAy/S+ApPs0=
            -----END ENCRYPTED PRIVATE KEY-----
            """;

    /** As OpenSSL encrypted keys before PKCS#8. */
    public static final String ENCRYPTED_OF_OLD = """
            -----BEGIN EC PRIVATE KEY-----
            Proc-Type: 4,ENCRYPTED
            DEK-Info: AES-256-CBC,620395D50AC8428E3B3599EFBC0AEF30

            te4d06gc4YIdNACzbKG7CTu2MrFiAiOR18MRhYmbOLIPw+GrJ7UQK2pVSZXHvwd8
            3xA6zmxm1F7WugnNRQfSwHGOcWVkvZzyRllAaEWEAKfnPHuZHyWW2FA3aGtktrrd
            MyzM6QAimNtC6v2t36+LklDyIrJIcosyXRmR2mv+A7I=
            -----END EC PRIVATE KEY-----
            """;

    public static final String PASSWORD = "secret";

    /** Of {@code CN=alice}. */
    public static final String ALICE = """
            -----BEGIN CERTIFICATE-----
            MIIBeDCCAR2gAwIBAgIUZB8RsnJBdJ0FxZfJU0eDediih5YwCgYIKoZIzj0EAwIw
            EDEOMAwGA1UEAwwFYWxpY2UwIBcNMjYxMTI1MDk1NTE4WhgPMjEyNjExMDEwOTU1
            MThaMBAxDjAMBgNVBAMMBWFsaWNlMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE
            a4zMpUZzUC41mKcmcfKtMntt9CkuzryZMDxGIM1HxCHDlIhMiUvXL9IS7n9zEdU3
            zygnnmj4f891WM7UqbUFN6NTMFEwHQYDVR0OBBYEFIN1u70tHjGj0JTfUNGjHhhy
            4cYbMB8GA1UdIwQYMBaAFIN1u70tHjGj0JTfUNGjHhhy4cYbMA8GA1UdEwEB/wQF
            MAMBAf8wCgYIKoZIzj0EAwIDSQAwRgIhAIaJD2g3Ol2CpVUNQk5zsfOD6YgC7Tb8
            R6tpP+Rna8guAiEA6/7E71B6gLl2UGZDRC6IiOzoqdrN8icFN7XJ6VcXY7c=
            -----END CERTIFICATE-----
            """;

    /** Of {@code CN=bob}. */
    public static final String BOB = """
            -----BEGIN CERTIFICATE-----
            MIIBczCCARmgAwIBAgIUZidaLiC4Fqr5VKOIcsjj3IavG0swCgYIKoZIzj0EAwIw
            DjEMMAoGA1UEAwwDYm9iMCAXDTI2MTEyNTA5NTUxOFoYDzIxMjYxMTAxMDk1NTE4
            WjAOMQwwCgYDVQQDDANib2IwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAARrjMyl
            RnNQLjWYpyZx8q0ye230KS7OvJkwPEYgzUfEIcOUiEyJS9cv0hLuf3MR1TfPKCee
            aPh/z3VYztSptQU3o1MwUTAdBgNVHQ4EFgQUg3W7vS0eMaPQlN9Q0aMeGHLhxhsw
            HwYDVR0jBBgwFoAUg3W7vS0eMaPQlN9Q0aMeGHLhxhswDwYDVR0TAQH/BAUwAwEB
            /zAKBggqhkjOPQQDAgNIADBFAiBJx5MY4wrtvevm2RuUTbaiNKfxRFbSnFL5a425
            WhzaUwIhAPV9gw/JLAHtqTdgMdLXiHjK7AuajhTPwQBpY1cZHWOO
            -----END CERTIFICATE-----
            """;

    private TestKeys() {}
}
