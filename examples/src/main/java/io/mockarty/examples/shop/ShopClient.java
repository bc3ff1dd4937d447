package io.mockarty.examples.shop;

import static io.mockarty.examples.shop.ShopHttp.encode;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A client of the shop's HTTP API. Every method asks the shop once, unless it says otherwise, and waits up to ten
 * seconds for the answer. A status other than 2xx, or a body that is not what was promised, becomes a
 * {@link ShopException}; no answer at all becomes a {@link java.io.UncheckedIOException}. Immutable, may be used from
 * any thread.
 */
public final class ShopClient {

    private static final int PAYMENT_CHECKS = 10;
    private static final Duration PAYMENT_PAUSE = Duration.ofMillis(25);

    private final ShopHttp http;
    private final Tier tier;

    /**
     * Creates a client for a customer of the standard tier who is not signed in.
     *
     * @param base where the shop is, with or without a path, such as {@code http://localhost:5770/stubs/sandbox}
     */
    public ShopClient(URI base) {
        this(base, Tier.STANDARD);
    }

    /**
     * Creates a client for a customer who is not signed in.
     *
     * @param base where the shop is, with or without a path, such as {@code http://localhost:5770/stubs/sandbox}
     * @param tier the customer's tier, sent with every request
     */
    public ShopClient(URI base, Tier tier) {
        this(new ShopHttp(base).with("X-Tier", tier.headerValue()), tier);
    }

    private ShopClient(ShopHttp http, Tier tier) {
        this.http = http;
        this.tier = tier;
    }

    /**
     * Signs in with the shop's login form.
     *
     * @param username the user's name
     * @param password the user's password
     * @return a client whose requests carry the user's token
     * @throws ShopException with status 401 when the shop does not know the user
     */
    public ShopClient signIn(String username, String password) {
        String form = "username=" + encode(username) + "&password=" + encode(password);
        Answer answer = http.post("/login", "application/x-www-form-urlencoded", form.getBytes(StandardCharsets.UTF_8));
        return new ShopClient(http.with("Authorization", "Bearer " + answer.text("token")), tier);
    }

    /**
     * Fetches a user.
     *
     * @param id the user's id
     * @return the user
     * @throws ShopException with status 404 when there is no such user
     */
    public User user(int id) {
        return User.from(http.get("/users/" + id));
    }

    /**
     * Says what shipping costs a customer: what the shop has noted for the user, else the fee of this client's tier.
     *
     * @param customerId the user's id
     * @return the fee in euro, zero or more
     * @throws ShopException with status 404 when there is no such user
     */
    public BigDecimal shippingFor(int customerId) {
        BigDecimal noted = user(customerId).shippingFee();
        return noted == null ? tier.shippingFee() : noted;
    }

    /**
     * Searches the catalogue for words.
     *
     * @param words what to look for
     * @param page which page of the result, counted from 1
     * @param limit how many products a page has at most, 1 to 50
     * @return the products of that page, possibly none
     */
    public List<Product> search(String words, int page, int limit) {
        return products("/search?q=" + encode(words) + "&page=" + page + "&limit=" + limit);
    }

    /**
     * Lists the products that carry all of the given tags.
     *
     * @param tags the tags; none means every product
     * @return the products, possibly none
     */
    public List<Product> tagged(String... tags) {
        String query = Arrays.stream(tags).map(tag -> "tag=" + encode(tag)).collect(Collectors.joining("&"));
        return products(query.isEmpty() ? "/products" : "/products?" + query);
    }

    private List<Product> products(String path) {
        return http.get(path).objects("items").stream().map(Product::from).toList();
    }

    /**
     * Opens an empty cart.
     *
     * @return the cart
     */
    public Cart openCart() {
        return Cart.from(http.post("/carts", Map.of()));
    }

    /**
     * Puts an item into a cart.
     *
     * @param cart the cart, as any call returned it
     * @param item what to add
     * @return the cart with the item in it
     */
    public Cart addToCart(Cart cart, Item item) {
        return Cart.from(http.post("/carts/" + encode(cart.id()) + "/items", item));
    }

    /**
     * Orders what is in a cart.
     *
     * @param cart the cart
     * @param items what the customer saw in it, at least one item
     * @return the order, which is not paid yet
     * @throws ShopException with status 401 when nobody is signed in, with 422 when the shop does not sell that many
     */
    public Order checkout(Cart cart, List<Item> items) {
        return Order.from(http.post("/orders", Map.of("cartId", cart.id(), "items", items)));
    }

    /**
     * Pays an order by card, and asks again while the payment is pending: up to ten times, a short pause in between.
     *
     * @param order the order
     * @param cardNumber the number of the card, digits only
     * @return the payment, not pending any more
     * @throws ShopException with status 402 when the bank declines; also when the payment is still pending at the end
     */
    public Payment pay(Order order, String cardNumber) {
        String hidden = Base64.getEncoder().encodeToString(cardNumber.getBytes(StandardCharsets.US_ASCII));
        Payment payment = Payment.from(http.post(
                "/v2/payments",
                Map.of(
                        "orderId",
                        order.id(),
                        "amount",
                        order.total(),
                        "currency",
                        "EUR",
                        "card",
                        Map.of("number", hidden))));
        for (int check = 0; payment.pending() && check < PAYMENT_CHECKS; check++) {
            ShopHttp.pause(PAYMENT_PAUSE);
            payment = Payment.from(http.get("/v2/payments/" + encode(payment.id())));
        }
        if (payment.pending()) {
            throw new ShopException(
                    "Payment " + payment.id() + " still pending after " + PAYMENT_CHECKS + " checks", 200, "");
        }
        return payment;
    }

    /**
     * Tells the shop that an order is paid, and where to call once it has noted that.
     *
     * @param orderId the order's id
     * @param callback an HTTP address that takes a POST
     * @return the order's status, as {@link #orderStatus}
     */
    public String confirmPaid(String orderId, URI callback) {
        return http.post("/orders/" + encode(orderId) + "/paid", Map.of("callbackUrl", callback.toString()))
                .text("status");
    }

    /**
     * Asks how far an order is.
     *
     * @param orderId the order's id
     * @return the shop's word for it, such as {@code awaiting-payment} or {@code paid}
     */
    public String orderStatus(String orderId) {
        return http.get("/orders/" + encode(orderId)).text("status");
    }

    /**
     * Redeems a coupon.
     *
     * @param code what is printed on the coupon
     * @param total the amount to reduce, in euro
     * @return the reduced amount in euro
     * @throws ShopException with status 404 when there is no such coupon, with 410 when it is used up
     */
    public BigDecimal redeemCoupon(String code, BigDecimal total) {
        return http.post("/coupons/" + encode(code) + "/redemptions", Map.of("total", total))
                .money("total");
    }

    /**
     * Uploads a user's picture.
     *
     * @param userId the user's id
     * @param fileName the picture's file name; the shop takes {@code .png} and {@code .jpg}
     * @param picture the content of the file
     * @return where the shop serves the picture, as a path below its base
     * @throws ShopException with status 415 when the file is not a picture
     */
    public String uploadAvatar(int userId, String fileName, byte[] picture) {
        Multipart body = Multipart.file("file", fileName, picture);
        return http.post("/users/" + userId + "/avatar", body.contentType(), body.bytes())
                .text("url");
    }
}
