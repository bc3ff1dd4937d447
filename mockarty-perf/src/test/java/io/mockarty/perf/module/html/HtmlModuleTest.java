package io.mockarty.perf.module.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.perf.script.ScriptRun;
import java.util.List;
import org.junit.jupiter.api.Test;

class HtmlModuleTest {

    private static final String PAGE = """
            <!DOCTYPE html><html lang="en"><head><title>Shop</title></head>
            <body>
              <h1 id="top" data-num="12" data-flag-on="true" data-opts='{"id": 7}' data-raw="1.50">Welcome <b>home</b></h1>
              <p class="intro first">One</p><p class="intro">Two<br>lines</p>
              <form id="login" action="/session?x=1" method="POST">
                <label for="user">Name</label><input id="user" name="user" value="ann">
                <input type="checkbox" name="stay" checked><input type="checkbox" name="no" value="1">
                <input type="radio" name="kind" value="a"><input type="radio" name="kind" value="b" checked>
                <input type="text" name="off" value="x" disabled>
                <select name="one"><option>first</option><option value="2" selected>second</option></select>
                <select name="many" multiple><option selected>m 1</option><option>m2</option><option selected>m3</option></select>
                <textarea name="note"> a&amp;b </textarea>
                <input type="submit" name="go" value="Go">
              </form>
              <ul><li>a</li><li class="x">b</li><li>c</li></ul>
              <a class="link" href="https://me:pw@shop.test:8443/cart/view?item=1#end" rel="next nofollow">cart</a>
              <table><tr><th>h</th><td colspan="2">1</td></tr><tr><td>2</td><td id="cell">3</td></tr></table>
              <footer>The end</footer>
            </body></html>
            """;

    private static List<String> printed(String body) {
        try (ScriptRun run =
                ScriptRun.of("import { parseHTML, Selection, Element } from 'k6/html'; const doc = parseHTML("
                        + io.mockarty.json.Json.write(PAGE) + ");\nexport default function () {\n" + body + "\n}")) {
            return run.printed();
        }
    }

    @Test
    void elements_are_found_by_selectors_and_read() {
        assertThat(printed("""
                console.log(doc.find('h1').text(), '|', doc.find('h1').html(), '|', doc.find('title').text());
                console.log(doc.find('h1').attr('id'), doc.find('h1').attr('class'), doc.find('h1').attr('class', 'none'));
                console.log(doc.find('p').size(), doc.find('p').text(), doc.find('.nothing').html(), doc.find('.nothing').text() === '');
                console.log(doc.find('body').find('p.intro:not(.first)').text(), doc.find('ul > li:nth-child(2)').text(), doc.find('ul').find('> li').size());
                console.log(doc.find('h1').add('footer').size(), doc.find('p').add(doc.find('p')).size(), doc.single('p').text());
                """))
                .containsExactly(
                        "Welcome home | Welcome <b>home</b> | Shop",
                        "top undefined none",
                        "2 OneTwolines undefined true",
                        "Twolines b 3",
                        "2 2 One");
    }

    @Test
    void selections_move_along_the_tree() {
        assertThat(printed("""
                const names = (selection) => selection.get().map((element) => element.nodeName() + (element.id() ? '#' + element.id() : '')).join(' ');
                const h1 = doc.find('h1');
                console.log(names(h1.next()), '|', names(h1.nextAll('p')), '|', names(h1.nextUntil('form')), '|', names(h1.nextUntil(doc.find('ul'), 'form')));
                const footer = doc.find('footer');
                console.log(names(footer.prev()), '|', names(footer.prevAll('p')), '|', names(footer.prevUntil('ul')), '|', footer.prev('p').size());
                console.log(names(doc.find('#cell').parents()), '|', names(doc.find('#cell').parentsUntil('body')), '|', names(doc.find('li').parent()));
                console.log(names(doc.find('#user').closest('form')), names(doc.find('body').children('p')), doc.find('li.x').siblings().text(), doc.find('h1').contents().size());
                console.log(names(doc.find('body').children().has('li')), doc.find('body').children().has(doc.find('input')).attr('id'));
                console.log(doc.find('li').filter('.x').end().size(), doc.find('li').not('.x').text(), doc.find('li').not((i, one) => one.text() === 'a').text(),
                    doc.find('li').filter((i) => i > 0).text(), doc.find('li').is('.x'), doc.find('li').is(doc.find('footer')));
                """))
                .containsExactly(
                        "p | p p | p p | form#login",
                        "table | p p | table a | 0",
                        "tr tbody table body html | tr tbody table | ul",
                        "form#login p p ac 2",
                        "ul login",
                        "3 ac bc bc true false");
    }

    @Test
    void selections_are_walked_through() {
        assertThat(printed("""
                const li = doc.find('li');
                li.each((i, element) => console.log(i, element.innerHTML(), element instanceof Element));
                console.log(li.map((i, one) => one.text() + i).join(), li.eq(1).text(), li.eq(-1).text(), li.first().text(), li.last().text(), li.eq(9).size());
                console.log(li.slice(1).text(), li.slice(0, -1).text(), li.get(-1).textContent(), li.get(7), li.toArray().length, li.length);
                console.log(doc.find('.x').index(), li.index(doc.find('.x')), doc.find('.x').index('li'), doc.find('.none').index());
                try { li.each('no'); } catch (e) { console.log(e.message); }
                try { doc.find('p['); } catch (e) { console.log(e.message.startsWith('selector: "p[" (expected: CSS;')); }
                """))
                .containsExactly(
                        "0 a true",
                        "1 b true",
                        "2 c true",
                        "a0,b1,c2 b c a c 0",
                        "bc ab c undefined 3 3",
                        "1 1 1 -1",
                        "each: no (expected: a function)",
                        "true");
    }

    @Test
    void values_are_those_that_forms_send() {
        assertThat(printed("""
                console.log(doc.find('#user').val(), doc.find('select[name=one]').val(), doc.find('select[name=many]').val().join('+'), doc.find('textarea').val(), doc.find('h1').val());
                console.log(doc.find('form').serialize());
                console.log(JSON.stringify(doc.find('form').serializeObject()));
                console.log(doc.find('input').serializeArray().map(({ name, value }) => name + '=' + value).join());
                console.log(doc.find('input:checked').size(), doc.find(':selected').size(), doc.find('input:enabled').size(), doc.find('form :input').size());
                """))
                .containsExactly(
                        "ann 2 m 1+m3  a&b  undefined",
                        "kind=b&many=m+1&many=m3&note=+a%26b+&one=2&stay=on&user=ann",
                        "{\"user\":\"ann\",\"stay\":\"on\",\"kind\":\"b\",\"one\":\"2\",\"many\":[\"m 1\",\"m3\"],\"note\":\" a&b \"}",
                        "user=ann,stay=on,kind=b",
                        "2 3 6 10");
    }

    @Test
    void data_attributes_are_numbers_booleans_and_json() {
        assertThat(printed("""
                const h1 = doc.find('h1');
                console.log(h1.data('num') + 1, h1.data('flag-on'), h1.data('flagOn'), h1.data('opts').id, h1.data('raw') + '!', h1.data('none'));
                console.log(JSON.stringify(h1.data()));
                """))
                .containsExactly(
                        "13 true true 7 1.50! undefined",
                        "{\"num\":12,\"flagOn\":true,\"opts\":{\"id\":7},\"raw\":\"1.50\"}");
    }

    @Test
    void elements_have_the_functions_of_the_dom() {
        assertThat(printed("""
                const h1 = doc.find('h1').get(0);
                console.log(h1.nodeName(), h1.nodeType(), h1.firstChild().nodeName(), h1.firstChild().nodeValue(), h1.lastChild().textContent(), h1.childNodes().length, h1.childElementCount());
                console.log(h1.getAttribute('id'), h1.getAttribute('x'), h1.hasAttribute('id'), h1.attributes().id.value, h1.getAttributeNode('id').name, h1.hasAttributes());
                const p = doc.find('p').get(0);
                console.log(p.className(), p.classList().length, p.nextElementSibling().textContent(), p.previousElementSibling().id(), p.previousSibling().nodeType(), p.nextSibling().nodeName());
                console.log(p.parentElement().nodeName(), p.ownerDocument().nodeName(), doc.find('html').get(0).parentNode().nodeName(), doc.find('html').get(0).parentElement(), doc.find('html').get(0).lang());
                const body = doc.find('body').get(0);
                console.log(body.querySelector('li').textContent(), body.querySelectorAll('li').length, body.getElementsByClassName('intro').length, body.getElementsByTagName('td').length);
                console.log(body.contains(p), body.contains(body), p.matches('.first'), p.isSameNode(doc.find('.first').get(0)), p.isSameNode(h1), p.isEqualNode(doc.find('.first').get(0)), p.selection() instanceof Selection);
                """))
                .containsExactly(
                        "h1 1 #text Welcome  home 2 1",
                        "top undefined true top id true",
                        "intro first 2 Twolines top 3 p",
                        "body #document #document undefined en",
                        "a 3 2 3",
                        "true false true true false true true");
    }

    @Test
    void elements_have_the_functions_of_their_kind() {
        assertThat(printed("""
                const a = doc.find('a').get(0);
                console.log(a.href(), a.protocol(), a.host(), a.hostname(), a.port(), a.pathname(), a.search(), a.hash(), a.username(), a.password(), a.origin(), a.relList().join('+'), a.text());
                const form = doc.find('form').get(0);
                console.log(form.method(), form.action(), form.elements().length, doc.find('#user').get(0).form().id(), doc.find('#user').get(0).labels()[0].textContent(), doc.find('label').get(0).control().name());
                console.log(doc.find('[name=stay]').get(0).checked(), doc.find('[name=off]').get(0).disabled(), doc.find('#user').get(0).type(), doc.find('#user').get(0).value());
                const one = doc.find('[name=one]').get(0);
                console.log(one.type(), one.value(), one.selectedIndex(), one.options().length, one.selectedOptions()[0].text(), one.options()[1].index());
                const cell = doc.find('#cell').get(0);
                console.log(cell.cellIndex(), cell.parentElement().rowIndex(), doc.find('td').get(0).colSpan(), doc.find('table').get(0).rows().length, doc.find('tr').get(0).cells().length);
                """))
                .containsExactly(
                        "https://me:pw@shop.test:8443/cart/view?item=1#end https: shop.test:8443 shop.test 8443 /cart/view ?item=1 #end me pw https://shop.test:8443 next+nofollow cart",
                        "post /session?x=1 10 login Name user",
                        "true true text ann",
                        "select-one 2 1 2 second 1",
                        "1 1 2 2 2");
    }

    @Test
    void html_is_also_what_require_gives() {
        try (ScriptRun run = ScriptRun.of("""
                const html = require('mockarty/html');
                module.exports.default = () => console.log(html.parseHTML('<p>x').find('p').text(), html.parseHTML('').find('p').size());
                """)) {
            assertThat(run.printed()).containsExactly("x 0");
        }
    }
}
