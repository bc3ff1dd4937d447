const pages = __host('k6/html');

const given = (value) => value !== undefined && value !== null;

const nodesOf = (value) => {
    if (value instanceof Selection || value instanceof Element) {
        return value.__nodes;
    }
    throw new TypeError('selection: ' + value + ' (expected: a selector, a selection or an element)');
};

// data-* attributes as jQuery reads them: numbers, booleans, null and JSON where the text is just that.
const dataValue = (text) => {
    if (text === 'true' || text === 'false') {
        return text === 'true';
    }
    if (text === 'null') {
        return null;
    }
    if (text !== '' && String(Number(text)) === text) {
        return Number(text);
    }
    if (/^[{[]/.test(text)) {
        try {
            return JSON.parse(text);
        } catch (noJson) {
            return text;
        }
    }
    return text;
};

const camel = (name) => name.replace(/-([a-z])/g, (all, letter) => letter.toUpperCase());
const kebab = (name) => name.replace(/[A-Z]/g, (letter) => '-' + letter.toLowerCase());

const callable = (fn, name) => {
    if (typeof fn !== 'function') {
        throw new TypeError(name + ': ' + fn + ' (expected: a function)');
    }
    return fn;
};

export class Selection {
    #before;

    constructor(nodes, before) {
        Object.defineProperty(this, '__nodes', { value: nodes });
        this.#before = before;
    }

    #from(nodes) {
        return new Selection(nodes, this);
    }

    #narrowed(nodes, selector) {
        return this.#from(given(selector) ? nodes.filter(String(selector), true) : nodes);
    }

    #kept(wanted, keep) {
        if (typeof wanted === 'function') {
            let kept = this.__nodes.slice(0, 0);
            this.toArray().forEach((one, i) => {
                if (Boolean(wanted(i, one)) === keep) {
                    kept = kept.plus(one.__nodes);
                }
            });
            return kept;
        }
        return typeof wanted === 'string' ? this.__nodes.filter(wanted, keep) : this.__nodes.among(nodesOf(wanted), keep);
    }

    #end(end) {
        if (!given(end)) {
            return null;
        }
        return typeof end === 'string' ? this.__nodes.document().find(end) : nodesOf(end);
    }

    get length() {
        return this.size();
    }

    size() {
        return this.__nodes.size();
    }

    end() {
        return this.#before ?? this.#from(this.__nodes.slice(0, 0));
    }

    find(selector) {
        if (typeof selector !== 'string') {
            const below = this.__nodes.find('*');
            return this.#from(below.among(nodesOf(selector), true));
        }
        return this.#from(this.__nodes.find(selector));
    }

    single(selector) {
        return this.find(selector).first();
    }

    add(more) {
        const nodes = typeof more === 'string' ? this.__nodes.document().find(more) : nodesOf(more);
        return this.#from(this.__nodes.plus(nodes));
    }

    filter(wanted) {
        return this.#from(this.#kept(wanted, true));
    }

    not(unwanted) {
        return this.#from(this.#kept(unwanted, false));
    }

    is(wanted) {
        return this.#kept(wanted, true).size() > 0;
    }

    has(inside) {
        const nodes = typeof inside === 'string' ? this.__nodes.find(inside) : nodesOf(inside);
        return this.#from(this.__nodes.containing(nodes));
    }

    children(selector) {
        return this.#narrowed(this.__nodes.children(), selector);
    }

    contents() {
        return this.#from(this.__nodes.contents());
    }

    closest(selector) {
        return this.#from(this.__nodes.closest(String(selector)));
    }

    parent(selector) {
        return this.#narrowed(this.__nodes.parent(), selector);
    }

    parents(selector) {
        return this.#narrowed(this.__nodes.parents(), selector);
    }

    parentsUntil(end, selector) {
        return this.#narrowed(this.__nodes.parentsUntil(this.#end(end)), selector);
    }

    next(selector) {
        return this.#narrowed(this.__nodes.next(), selector);
    }

    nextAll(selector) {
        return this.#narrowed(this.__nodes.nextUntil(null), selector);
    }

    nextUntil(end, selector) {
        return this.#narrowed(this.__nodes.nextUntil(this.#end(end)), selector);
    }

    prev(selector) {
        return this.#narrowed(this.__nodes.previous(), selector);
    }

    prevAll(selector) {
        return this.#narrowed(this.__nodes.previousUntil(null), selector);
    }

    prevUntil(end, selector) {
        return this.#narrowed(this.__nodes.previousUntil(this.#end(end)), selector);
    }

    siblings(selector) {
        return this.#narrowed(this.__nodes.siblings(), selector);
    }

    eq(index) {
        const at = index < 0 ? this.size() + index : index;
        return this.slice(at, at + 1);
    }

    first() {
        return this.eq(0);
    }

    last() {
        return this.eq(-1);
    }

    slice(from, to) {
        const size = this.size();
        const bound = (index) => Math.max(0, Math.min(size, index < 0 ? size + index : index));
        return this.#from(this.__nodes.slice(bound(from), given(to) ? bound(to) : size));
    }

    get(index) {
        if (!given(index)) {
            return this.toArray().map((one) => new Element(one.__nodes));
        }
        const at = index < 0 ? this.size() + index : index;
        return at >= 0 && at < this.size() ? new Element(this.__nodes.at(at)) : undefined;
    }

    toArray() {
        return Array.from({ length: this.size() }, (none, i) => this.#from(this.__nodes.at(i)));
    }

    index(of) {
        if (!given(of)) {
            return this.first().prevAll().size() + (this.size() === 0 ? -1 : 0);
        }
        return typeof of === 'string'
            ? this.__nodes.document().find(of).indexOf(this.__nodes)
            : this.__nodes.indexOf(nodesOf(of));
    }

    each(fn) {
        callable(fn, 'each');
        this.get().forEach((element, i) => fn(i, element));
        return this;
    }

    map(fn) {
        callable(fn, 'map');
        return this.toArray()
            .map((one, i) => fn(i, one))
            .filter(given);
    }

    text() {
        return this.__nodes.text();
    }

    html() {
        return this.__nodes.html() ?? undefined;
    }

    attr(name, otherwise) {
        return this.__nodes.attribute(String(name)) ?? otherwise;
    }

    val() {
        return this.__nodes.value() ?? undefined;
    }

    data(name) {
        if (given(name)) {
            const text = this.__nodes.attribute('data-' + kebab(String(name)));
            return given(text) ? dataValue(text) : undefined;
        }
        const all = {};
        for (const [key, text] of Object.entries(this.__nodes.attributes())) {
            if (key.startsWith('data-')) {
                all[camel(key.slice('data-'.length))] = dataValue(text);
            }
        }
        return all;
    }

    serializeArray() {
        return this.__nodes.fields();
    }

    serializeObject() {
        return Object.fromEntries(this.serializeArray().map(({ name, value }) => [name, value]));
    }

    serialize() {
        const encode = (text) => encodeURIComponent(text).replace(/%20/g, '+').replace(/[!'()*]/g, (mark) => '%' + mark.charCodeAt(0).toString(16).toUpperCase());
        return this.serializeArray()
            .flatMap(({ name, value }) => [value].flat().map((one) => [name, one]))
            .sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0))
            .map((pair) => pair.map(encode).join('='))
            .join('&');
    }

    toString() {
        return '[object Selection]';
    }
}

const elementOf = (nodes) => (given(nodes) && nodes.size() > 0 ? new Element(nodes.at(0)) : undefined);
const elementsOf = (nodes) => new Selection(nodes).get();

const NODE_TYPES = { '#text': 3, '#data': 3, '#comment': 8, '#document': 9, '#doctype': 10 };
const NAMESPACES = { svg: 'http://www.w3.org/2000/svg', math: 'http://www.w3.org/1998/Math/MathML' };
const HTML = 'http://www.w3.org/1999/xhtml';

export class Element {
    constructor(nodes) {
        Object.defineProperty(this, '__nodes', { value: nodes });
    }

    selection() {
        return new Selection(this.__nodes);
    }

    nodeName() {
        const name = this.__nodes.name();
        return name === '#data' ? '#text' : name;
    }

    nodeType() {
        return NODE_TYPES[this.__nodes.name()] ?? 1;
    }

    nodeValue() {
        return this.__nodes.data() ?? undefined;
    }

    textContent() {
        return this.__nodes.text();
    }

    innerText() {
        return this.__nodes.text();
    }

    innerHTML() {
        return this.__nodes.html() ?? undefined;
    }

    outerHTML() {
        return this.__nodes.outerHtml() ?? undefined;
    }

    getAttribute(name) {
        return this.__nodes.attribute(String(name)) ?? undefined;
    }

    getAttributeNode(name) {
        return this.attributes()[name];
    }

    hasAttribute(name) {
        return given(this.getAttribute(name));
    }

    hasAttributes() {
        return Object.keys(this.attributes()).length > 0;
    }

    attributes() {
        const owner = this;
        const all = {};
        for (const [name, value] of Object.entries(this.__nodes.attributes())) {
            all[name] = { name, value, localName: () => name, ownerElement: () => owner };
        }
        return all;
    }

    classList() {
        return (this.className() ?? '').split(/\s+/).filter(Boolean);
    }

    className() {
        return this.getAttribute('class');
    }

    id() {
        return this.getAttribute('id') ?? '';
    }

    lang() {
        return this.getAttribute('lang');
    }

    hasChildNodes() {
        return this.__nodes.contents().size() > 0;
    }

    childNodes() {
        return elementsOf(this.__nodes.contents());
    }

    children() {
        return elementsOf(this.__nodes.children());
    }

    childElementCount() {
        return this.__nodes.children().size();
    }

    firstChild() {
        return this.childNodes()[0];
    }

    lastChild() {
        return this.childNodes().pop();
    }

    firstElementChild() {
        return this.children()[0];
    }

    lastElementChild() {
        return this.children().pop();
    }

    nextSibling() {
        return elementOf(this.__nodes.nextNode());
    }

    previousSibling() {
        return elementOf(this.__nodes.previousNode());
    }

    nextElementSibling() {
        return elementOf(this.__nodes.next());
    }

    previousElementSibling() {
        return elementOf(this.__nodes.previous());
    }

    parentElement() {
        return elementOf(this.__nodes.parent());
    }

    parentNode() {
        return this.parentElement() ?? (this.nodeType() === 9 ? undefined : this.ownerDocument());
    }

    ownerDocument() {
        return elementOf(this.__nodes.document());
    }

    querySelector(selector) {
        return elementOf(this.__nodes.find(String(selector)));
    }

    querySelectorAll(selector) {
        return elementsOf(this.__nodes.find(String(selector)));
    }

    getElementsByClassName(name) {
        return this.querySelectorAll('.' + name);
    }

    getElementsByTagName(name) {
        return this.querySelectorAll(name);
    }

    matches(selector) {
        return this.__nodes.filter(String(selector), true).size() > 0;
    }

    contains(other) {
        return this.__nodes.containing(nodesOf(other)).size() > 0;
    }

    isSameNode(other) {
        return this.__nodes.indexOf(nodesOf(other)) === 0;
    }

    isEqualNode(other) {
        return this.__nodes.writtenAs(nodesOf(other));
    }

    namespaceURI() {
        const roots = this.selection().parents().get().concat(this);
        const foreign = roots.find((element) => NAMESPACES[element.nodeName()]);
        return foreign ? NAMESPACES[foreign.nodeName()] : HTML;
    }

    isDefaultNamespace() {
        return this.namespaceURI() === HTML;
    }

    value() {
        return this.__nodes.value() ?? '';
    }

    text() {
        return this.__nodes.text();
    }

    type() {
        const otherwise = { input: 'text', button: 'submit', textarea: 'textarea', fieldset: 'fieldset' };
        const name = this.nodeName();
        if (name === 'select') {
            return this.hasAttribute('multiple') ? 'select-multiple' : 'select-one';
        }
        return this.getAttribute('type') ?? otherwise[name] ?? '';
    }

    method() {
        return (this.getAttribute('method') ?? 'get').toLowerCase();
    }

    form() {
        const owner = this.getAttribute('form');
        return given(owner)
            ? elementOf(this.__nodes.document().find('form#' + owner))
            : elementOf(this.__nodes.closest('form'));
    }

    labels() {
        const id = this.id();
        const named = id === '' ? this.__nodes.slice(0, 0) : this.__nodes.document().find('label[for="' + id + '"]');
        return elementsOf(named.plus(this.__nodes.closest('label')));
    }

    control() {
        const target = this.getAttribute('for');
        return given(target) ? elementOf(this.__nodes.document().find('[id="' + target + '"]')) : this.querySelector(':input');
    }

    elements() {
        return this.querySelectorAll('input, select, textarea, button, fieldset');
    }

    length() {
        const name = this.nodeName();
        return name === 'select' ? this.options().length : name === 'form' ? this.elements().length : this.text().length;
    }

    options() {
        return this.querySelectorAll('option');
    }

    selectedOptions() {
        return this.options().filter((option) => option.hasAttribute('selected'));
    }

    selectedIndex() {
        return this.options().findIndex((option) => option.hasAttribute('selected'));
    }

    index() {
        const select = elementOf(this.__nodes.closest('select'));
        return select ? select.options().findIndex((option) => option.isSameNode(this)) : -1;
    }

    rows() {
        return this.nodeName() === 'textarea' ? Number(this.getAttribute('rows') ?? 2) : this.querySelectorAll('tr');
    }

    cells() {
        return this.children().filter((child) => child.matches('td, th'));
    }

    cellIndex() {
        return this.matches('td, th') ? this.parentElement().cells().findIndex((cell) => cell.isSameNode(this)) : -1;
    }

    rowIndex() {
        const table = elementOf(this.__nodes.closest('table'));
        return table ? table.rows().findIndex((row) => row.isSameNode(this)) : -1;
    }

    caption() {
        return this.querySelector('caption');
    }

    origin() {
        return this.host() === '' ? '' : this.protocol() + '//' + this.host();
    }

    relList() {
        return this.rel().split(/\s+/).filter(Boolean);
    }

    toString() {
        return this.nodeName() === 'a' || this.nodeName() === 'area' ? this.href() : '[object ' + this.nodeName() + ']';
    }
}

// Functions that give an attribute of the same name, or the one after the colon.
const reflect = (names, read) => {
    for (const entry of names.split(' ')) {
        const [method, attribute = method.toLowerCase()] = entry.split(':');
        Object.defineProperty(Element.prototype, method, {
            value() {
                return read(this.getAttribute(attribute));
            },
            writable: true,
            configurable: true,
        });
    }
};
reflect(
    'abbr accept acceptCharset:accept-charset accessKey action alt autocomplete charset cite content coords crossOrigin currentSrc:src ' +
        'datetime defaultValue:value dirName download enctype encoding:enctype formAction formEnctype formMethod formTarget headers ' +
        'href hreflang htmlFor:for httpEquiv:http-equiv label list max media min name pattern placeholder preload referrerPolicy rel ' +
        'scope shape sizes src srcset step target title useMap',
    (text) => text ?? '',
);
reflect(
    'allowfullscreen async autofocus autoplay checked controls defaultChecked:checked defaultMuted:muted defaultSelected:selected ' +
        'defer disabled formNoValidate isMap loop multiple muted noModule noValidate readonly required reversed selected sorted',
    given,
);
reflect('colSpan cols height maxLength rowSpan size span start tabIndex width', (text) => Number.parseInt(text ?? '0', 10) || 0);

// The parts of what a link leads to.
const part = (method, pattern, otherwise = () => '') => {
    Object.defineProperty(Element.prototype, method, {
        value() {
            return pattern.exec(this.href())?.[1] ?? otherwise(this);
        },
        writable: true,
        configurable: true,
    });
};
part('protocol', /^([a-z][a-z0-9+.-]*:)/i);
part('host', /^[a-z]+:\/\/(?:[^@/?#]*@)?([^/?#]*)/i);
part('hostname', /^[a-z]+:\/\/(?:[^@/?#]*@)?([^/?#:]*)/i);
part('port', /^[a-z]+:\/\/(?:[^@/?#]*@)?[^/?#:]*:(\d+)/i);
part('username', /^[a-z]+:\/\/([^:@/?#]*)(?::[^@/?#]*)?@/i);
part('password', /^[a-z]+:\/\/[^:@/?#]*:([^@/?#]*)@/i);
part('pathname', /^(?:[a-z]+:\/\/[^/?#]*)?([^?#]*)/i);
part('search', /^[^?#]*(\?[^#]*)/);
part('hash', /(#.*)$/);

export const parseHTML = (text) => new Selection(pages.parse(typeof text === 'string' ? text : String(text ?? '')));

export default { parseHTML, Selection, Element };
