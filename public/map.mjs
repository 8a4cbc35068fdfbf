// Glue between the map component (app/src/map/browser.rs) and MapLibre GL, which is loaded only when a map is drawn.
//
// Values cross as JSON text. Two notations in a style keep sizes and colours in CSS alone:
//   "var(--x)"  a custom property of the map's element, so that a theme is one sheet of tokens;
//   "u(20)"     twenty design units, so that labels grow with the wall.

import { mark } from '/map-marks.mjs';

const EMPTY = { type: 'FeatureCollection', features: [] };
/** Layers whose features open a card, topmost first; a centre's polygon is asked last. */
const PICKED = ['alarms', 'risk-points', 'devices', 'land'];

let library;
function load() {
    if (!library) {
        const sheet = document.createElement('link');
        sheet.rel = 'stylesheet';
        sheet.href = '/vendor/maplibre-gl/maplibre-gl.css';
        document.head.append(sheet);
        library = import('/vendor/maplibre-gl/maplibre-gl.mjs');
    }
    return library;
}

/** Pixels of one design unit. */
function unit(element) {
    const probe = document.createElement('i');
    probe.style.cssText = 'position:absolute;visibility:hidden;width:calc(100 * var(--u))';
    element.append(probe);
    const px = probe.getBoundingClientRect().width / 100;
    probe.remove();
    return px || 1;
}

function filled(text, element, u) {
    const css = getComputedStyle(element);
    return JSON.parse(text
        .replace(/var\((--[\w-]+)\)/g, (_, name) => css.getPropertyValue(name).trim() || 'gray')
        .replace(/"u\(([\d.]+)\)"/g, (_, n) => String(+(n * u).toFixed(2))));
}

class CityMap {
    constructor(element, onPick) {
        Object.assign(this, { element, onPick, states: {}, alarms: EMPTY, names: EMPTY, drawn: EMPTY, shown: {}, worst: null });
        // A phone scrolls with one finger, also over the map.
        this.cooperative = matchMedia('(max-width: 1099px)').matches;
    }

    say(state) {
        this.element.dataset.state = state;
    }

    /** Draws another map in the same place: a style, and how to look at it. */
    draw(style, options) {
        Object.assign(this, { style, options });
        if (this.map) {
            this.restyle();
            this.map.fitBounds(options.bounds, { padding: this.padding(), animate: false });
            this.map.getCanvas().setAttribute('aria-label', options.label);
        } else if (!this.loading) {
            this.loading = load().then((maplibre) => this.closed || this.start(maplibre)).catch(() => this.say('off'));
        }
    }

    restyle() {
        this.dressed = false;
        this.u = unit(this.element);
        this.map.setStyle(filled(this.style, this.element, this.u), { diff: false });
    }

    start(maplibre) {
        this.u = unit(this.element);
        const map = new maplibre.Map({
            container: this.element,
            style: filled(this.style, this.element, this.u),
            bounds: this.options.bounds,
            fitBoundsOptions: { padding: this.padding() },
            attributionControl: false,
            dragRotate: false,
            pitchWithRotate: false,
            touchPitch: false,
            maxCanvasSize: [16384, 16384],
            cooperativeGestures: this.cooperative,
            localIdeographFontFamily: '"Noto Sans SC","Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei",sans-serif',
            fadeDuration: 0,
            minZoom: 5,
            maxZoom: 17,
        });
        this.map = map;
        map.touchZoomRotate.disableRotation();
        map.keyboard.disableRotation();
        map.getCanvas().setAttribute('aria-label', this.options.label);
        // A tile that does not come costs a hole, not a word on the console.
        map.on('error', () => {});
        map.on('style.load', () => this.dress());
        map.on('load', () => this.say('on'));
        map.on('render', () => this.lead());
        map.on('resize', () => this.scale());
        map.on('mousemove', (event) => this.hover(event));
        map.on('mouseout', () => this.tell('leave', null));
        map.on('click', (event) => this.tell('click', this.under(event.point), event.point, event.lngLat));
    }

    /** Room around the land; on a phone nothing lies over the map for which room would have to be left. */
    padding() {
        const { right, left, ...over } = this.options.padding;
        const phone = matchMedia('(max-width: 760px)').matches;
        const { top, bottom } = phone ? { top: right, bottom: right } : over;
        return { top: top * this.u, right: right * this.u, bottom: bottom * this.u, left: left * this.u };
    }

    /** Gives a fresh style all that the page has said so far. */
    dress() {
        const css = getComputedStyle(this.element);
        for (const level of ['red', 'orange', 'yellow', 'blue']) {
            if (!this.map.hasImage(level)) this.map.addImage(level, ...mark(level, css, this.u));
        }
        this.dressed = true;
        this.paint();
        this.put('alarms', this.alarms);
        this.put('names', this.names);
        this.put('drawn', this.drawn);
        this.setShown(this.shown);
    }

    /** Design units follow the window: a much larger window gets larger labels. */
    scale() {
        if (Math.abs(unit(this.element) / this.u - 1) > .03) this.restyle();
        this.map.fitBounds(this.options.bounds, { padding: this.padding(), animate: false });
    }

    paint() {
        if (!this.dressed) return;
        for (const [id, state] of Object.entries(this.states)) {
            this.map.setFeatureState({ source: 'centres', sourceLayer: 'centres', id: +id }, state);
        }
    }

    /** Puts points into one of the style's own sources. */
    put(source, data) {
        this[source] = data;
        if (this.dressed) this.map.getSource(source)?.setData(data);
    }

    setShown(shown) {
        this.shown = shown;
        if (!this.dressed) return;
        for (const layer of this.map.getStyle().layers) {
            const group = layer.metadata?.group;
            if (group in shown) this.map.setLayoutProperty(layer.id, 'visibility', shown[group] ? 'visible' : 'none');
        }
    }

    under(point) {
        const reach = 8 * this.u;
        const box = [[point.x - reach, point.y - reach], [point.x + reach, point.y + reach]];
        const layers = PICKED.filter((id) => this.map.getLayer(id));
        const near = this.map.queryRenderedFeatures(box, { layers: layers.filter((id) => id !== 'land') });
        near.sort((a, b) => layers.indexOf(a.layer.id) - layers.indexOf(b.layer.id));
        return near[0] ?? this.map.queryRenderedFeatures(point, { layers: layers.filter((id) => id === 'land') })[0];
    }

    hover(event) {
        const feature = this.under(event.point);
        this.map.getCanvas().style.cursor = feature ? 'pointer' : '';
        const key = feature && `${feature.layer.id} ${feature.id ?? feature.properties.id}`;
        if (key !== this.hovered) {
            this.hovered = key;
            this.tell(feature ? 'hover' : 'leave', feature, event.point);
        }
    }

    tell(how, feature, point, at) {
        this.onPick(JSON.stringify({
            how,
            layer: feature?.layer.id ?? '',
            id: Number(feature?.id ?? feature?.properties.id ?? 0),
            code: String(feature?.properties.code ?? ''),
            level: Number(feature?.properties.level ?? 0),
            kind: String(feature?.properties.kind ?? ''),
            title: String(feature?.properties.title ?? ''),
            x: point?.x ?? 0,
            y: point?.y ?? 0,
            lng: at?.lng ?? 0,
            lat: at?.lat ?? 0,
        }));
    }

    /** Draws the line from the card of the worst warning to its place. */
    lead() {
        const box = this.element.getBoundingClientRect();
        const drawing = this.element.parentElement.querySelector('.map-leader');
        const card = document.querySelector('.ck-worst')?.getBoundingClientRect();
        const over = card && card.bottom > box.top && card.top < box.bottom && card.right > box.left;
        drawing?.toggleAttribute('hidden', !(this.worst && over));
        if (!drawing || !this.worst || !over) return;
        const to = this.map.project(this.worst);
        const radius = 24 * this.u;
        const edge = { left: card.left - box.left, right: card.right - box.left, bottom: card.bottom - box.top };
        const from = { x: Math.min(Math.max(to.x, edge.left + radius), edge.right - radius), y: edge.bottom };
        const far = Math.hypot(to.x - from.x, to.y - from.y);
        const end = to.y - radius > from.y ? 1 - radius / far : 0;
        const set = (node, values) => Object.entries(values).forEach(([name, value]) => node.setAttribute(name, value));
        set(drawing.querySelector('circle'), { cx: to.x, cy: to.y, r: radius });
        set(drawing.querySelector('line'),
            { x1: from.x, y1: from.y, x2: from.x + (to.x - from.x) * end, y2: from.y + (to.y - from.y) * end });
    }
}

export function open(element, onPick) {
    return new CityMap(element, onPick);
}

export function draw(city, style, options) {
    city.draw(style, JSON.parse(options));
}

/** Says how centres stand: `{"<centre id>": {"level": 0..4}}`. */
export function states(city, text) {
    city.states = JSON.parse(text);
    city.paint();
}

/** Puts `GeoJSON` into a source of the style: `alarms`, `names` or `drawn`. */
export function put(city, source, text) {
    city.put(source, text ? JSON.parse(text) : EMPTY);
}

/** Says which groups of layers are seen: `{"devices": false}`. */
export function show(city, text) {
    city.setShown(JSON.parse(text));
}

/** Says where the worst warning is: `[lon, lat]` or null. */
export function worst(city, text) {
    city.worst = JSON.parse(text);
    city.map?.triggerRepaint();
}

export function close(city) {
    city.closed = true;
    city.map?.remove();
}
