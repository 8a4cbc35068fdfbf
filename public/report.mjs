// What helps to fill in a report, where there are scripts: the phone's own position, and a voice note recorded on the page.
// Fetched by <report-aid> (signature.mjs) only where a form asks for it. Words come from the element's attributes.

const SECONDS = 120;
const KINDS = ['audio/webm', 'audio/mp4', 'audio/ogg'];

const sheet = new CSSStyleSheet();
sheet.replaceSync(`
    :host { display: block; }
    p { margin: 4px 0 0; }
    button { font: inherit; min-height: 44px; padding: 0 16px; border: 1px solid var(--rule, #888); border-radius: 6px; background: transparent; color: inherit; }`);

/** Gives the element its button, and a line that says what came of pressing it. */
export function dress(element) {
    if (element.shadowRoot) return;
    const root = element.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet];
    const button = document.createElement('button');
    button.type = 'button';
    const line = document.createElement('p');
    line.setAttribute('role', 'status');
    const say = (name, more = '') => { line.textContent = (element.getAttribute(name) ?? '') + more; };
    const label = (name) => { button.textContent = element.getAttribute(name); };
    label('label');
    root.append(button, line);
    const helps = { position, voice }[element.getAttribute('kind')];
    helps(element.closest('form'), button, say, label, root);
}

function filled(form, name, value) {
    const input = form.elements.namedItem(name);
    input.value = value;
    input.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Asks where the phone is, only now that it was wanted. */
function position(form, button, say) {
    button.addEventListener('click', () => {
        if (!navigator.geolocation) return say('failed');
        say('waiting');
        navigator.geolocation.getCurrentPosition(({ coords }) => {
            filled(form, 'new[longitude]', coords.longitude.toFixed(6));
            filled(form, 'new[latitude]', coords.latitude.toFixed(6));
            say('done', ` ±${Math.round(coords.accuracy)} m`);
        }, () => say('failed'), { enableHighAccuracy: true, timeout: 15000 });
    });
}

/** Records into the form's own file input, so that it is sent as any other file. */
function voice(form, button, say, label, root) {
    const kind = window.MediaRecorder && KINDS.find((kind) => MediaRecorder.isTypeSupported(kind));
    if (!kind || !navigator.mediaDevices || !window.DataTransfer) return root.replaceChildren();
    let recorder;
    button.addEventListener('click', async () => {
        if (recorder) return recorder.stop();
        let stream;
        try {
            stream = await navigator.mediaDevices.getUserMedia({ audio: true });
        } catch {
            return say('failed');
        }
        const parts = [];
        const from = Date.now();
        recorder = new MediaRecorder(stream, { mimeType: kind, audioBitsPerSecond: 32000 });
        const end = setTimeout(() => recorder?.stop(), SECONDS * 1000);
        recorder.addEventListener('dataavailable', ({ data }) => parts.push(data));
        recorder.addEventListener('stop', () => {
            clearTimeout(end);
            stream.getTracks().forEach((track) => track.stop());
            const held = new DataTransfer();
            held.items.add(new File(parts, `voice.${kind.slice(6)}`, { type: kind }));
            form.elements.namedItem('voice').files = held.files;
            recorder = undefined;
            label('label');
            say('done', ` ${Math.round((Date.now() - from) / 1000)} s`);
        });
        recorder.start();
        label('stop');
        say('waiting');
    });
}
