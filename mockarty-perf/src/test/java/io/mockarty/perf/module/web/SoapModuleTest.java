package io.mockarty.perf.module.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.perf.script.ScriptRun;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SoapModuleTest {

    private final WebServer server = WebServer.start()
            .on("/soap", request -> request.respond(200, "text/xml", "<Envelope><Body><Ok/></Body></Envelope>"))
            .on(
                    "/fault",
                    request -> request.respond(
                            500,
                            "text/xml; charset=utf-8",
                            "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body><s:Fault>"
                                    + "<faultcode>s:Client</faultcode><faultstring>no such city</faultstring>"
                                    + "</s:Fault></s:Body></s:Envelope>"));

    @AfterEach
    void stop() {
        server.close();
    }

    private ScriptRun script(String text) {
        return ScriptRun.of(text).env("URL", server.url());
    }

    @Test
    void the_example_of_the_documentation_runs() {
        try (ScriptRun run = script("""
                var soap = require('mockarty/soap');
                module.exports.default = function () {
                    var res = soap.call(__ENV.URL + '/soap', {
                        action: 'GetWeather',
                        body: '<GetWeatherRequest><City>London</City></GetWeatherRequest>',
                        headers: {
                            'X-Custom': 'value',
                        },
                    });
                    check(res, {
                        'SOAP status 200': function (r) { return r.status === 200; },
                        'has body': function (r) { return r.body.length > 0; },
                    });
                    console.log(res.error === '', res.fault, res.timings.duration > 0, res.headers['Content-Type']);
                };
                """)) {
            assertThat(run.printed()).containsExactly("true null true text/xml");
            assertThat(run.values("checks")).containsExactly(1.0, 1.0);
            assertThat(run.values("soap_reqs")).containsExactly(1.0);
            assertThat(run.values("soap_req_failed")).containsExactly(0.0);
            assertThat(run.values("soap_req_duration")).hasSize(1);
            assertThat(run.sum("data_sent")).isPositive();
            assertThat(run.routes())
                    .singleElement()
                    .satisfies(route -> assertThat(route.route()).isEqualTo("SOAP GetWeather"));
            WebServer.Request sent = server.requests().get(0);
            assertThat(sent.body())
                    .contains("<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body>"
                            + "<GetWeatherRequest><City>London</City></GetWeatherRequest></soap:Body>");
            assertThat(sent.header("SOAPAction")).isEqualTo("\"GetWeather\"");
            assertThat(sent.header("Content-Type")).isEqualTo("text/xml; charset=utf-8");
            assertThat(sent.header("X-Custom")).isEqualTo("value");
        }
    }

    @Test
    void envelopes_stay_as_they_are_and_version_1_2_has_another_namespace() {
        try (ScriptRun run = script("""
                import soap, { call } from 'mockarty/soap';
                const url = __ENV.URL + '/soap';
                export default () => {
                    call(url, { body: '<?xml version="1.0"?>\\n<!-- x --><e:Envelope><e:Body><m:Ask/></e:Body></e:Envelope>' });
                    soap.call(url, { version: '1.2', action: 'urn:weather:Get', header: '<T/>', body: '<?xml version="1.0"?><A/>' });
                    try { call(url, { version: '2', acton: 'x' }); } catch (e) { console.log(e.message); }
                };
                """)) {
            assertThat(run.printed())
                    .singleElement()
                    .satisfies(line -> assertThat(line)
                            .startsWith("soap.call: version: \"2\" (expected: '1.1' or '1.2'); acton: unknown option"));
            List<WebServer.Request> sent = server.requests();
            assertThat(sent.get(0).body())
                    .isEqualTo("<?xml version=\"1.0\"?>\n<!-- x --><e:Envelope><e:Body><m:Ask/></e:Body></e:Envelope>");
            assertThat(sent.get(1).body())
                    .endsWith("<soap:Envelope xmlns:soap=\"http://www.w3.org/2003/05/soap-envelope\">"
                            + "<soap:Header><T/></soap:Header><soap:Body><A/></soap:Body></soap:Envelope>");
            assertThat(sent.get(1).header("Content-Type"))
                    .isEqualTo("application/soap+xml; charset=utf-8; action=\"urn:weather:Get\"");
            assertThat(run.routes()).extracting(ScriptRun.Routed::route).containsExactly("SOAP Ask", "SOAP Get");
        }
    }

    @Test
    void faults_and_servers_that_are_not_there_count_as_failed() {
        try (ScriptRun run = script("""
                import soap from 'mockarty/soap';
                export default () => {
                    const r = soap.call(__ENV.URL + '/fault', { action: 'http://x.test/weather/GetWeather', body: '<A/>' });
                    console.log(r.status, r.fault);
                    const gone = soap.call('http://localhost:1/', { body: '<B/>' });
                    console.log(gone.status, gone.error.includes('refused'));
                };
                """)) {
            assertThat(run.printed()).containsExactly("500 no such city", "0 true");
            assertThat(run.values("soap_req_failed")).containsExactly(1.0, 1.0);
            assertThat(run.routes()).extracting(ScriptRun.Routed::route).containsExactly("SOAP GetWeather", "SOAP B");
        }
    }
}
