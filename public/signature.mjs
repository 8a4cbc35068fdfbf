// <signature-pad>: signs on the screen. It holds a file input, which alone works where this script does not; the pad
// stands before it and fills it with what was drawn. Attributes `hint` and `clear` are its words.
const INK = 2.5; // CSS pixels
class SignaturePad extends HTMLElement {
    connectedCallback() {
        if (this.shadowRoot) return;
        const root = this.attachShadow({ mode: "open" });
        const style = new CSSStyleSheet();
        style.replaceSync(`
            :host { display: block; }
            canvas { display: block; width: 100%; height: 160px; border: 1px dashed var(--rule, #888); border-radius: 6px; background: #fff; touch-action: none; }
            p { display: flex; justify-content: space-between; align-items: center; gap: 8px; margin: 4px 0 0; font-size: 14px; }
            button { font: inherit; min-height: 44px; padding: 0 16px; border: 1px solid var(--rule, #888); border-radius: 6px; background: transparent; color: inherit; }`);
        root.adoptedStyleSheets = [style];
        const canvas = document.createElement("canvas");
        canvas.setAttribute("role", "img");
        canvas.setAttribute("aria-label", this.getAttribute("hint") ?? "");
        const line = document.createElement("p");
        const hint = document.createElement("span");
        hint.textContent = this.getAttribute("hint");
        const clear = document.createElement("button");
        clear.type = "button";
        clear.textContent = this.getAttribute("clear");
        line.append(hint, clear);
        // The input stays where it can be used without drawing: a photo of a signed sheet is a signature too.
        root.append(canvas, line, document.createElement("slot"));
        clear.addEventListener("click", () => this.wipe(canvas));
        this.follow(canvas);
    }

    follow(canvas) {
        const pen = canvas.getContext("2d");
        let last;
        const at = (event) => [event.offsetX, event.offsetY];
        canvas.addEventListener("pointerdown", (event) => {
            if (!canvas.dataset.drawn) this.fit(canvas, pen);
            canvas.setPointerCapture(event.pointerId);
            last = at(event);
        });
        canvas.addEventListener("pointermove", (event) => {
            if (!last) return;
            const next = at(event);
            pen.beginPath();
            pen.moveTo(...last);
            pen.lineTo(...next);
            pen.stroke();
            canvas.dataset.drawn = "true";
            last = next;
        });
        const lift = () => {
            if (last && canvas.dataset.drawn) this.keep(canvas);
            last = undefined;
        };
        canvas.addEventListener("pointerup", lift);
        canvas.addEventListener("pointercancel", lift);
    }

    fit(canvas, pen) {
        const scale = devicePixelRatio || 1;
        canvas.width = canvas.clientWidth * scale;
        canvas.height = canvas.clientHeight * scale;
        pen.scale(scale, scale);
        pen.lineWidth = INK;
        pen.lineCap = "round";
        pen.strokeStyle = "#111";
    }

    // At once, not by `toBlob`: whoever signs presses the button next.
    keep(canvas) {
        const bytes = Uint8Array.from(atob(canvas.toDataURL("image/png").split(",")[1]), (c) => c.charCodeAt(0));
        const files = new DataTransfer();
        files.items.add(new File([bytes], "signature.png", { type: "image/png" }));
        this.querySelector("input").files = files.files;
    }

    wipe(canvas) {
        canvas.getContext("2d").clearRect(0, 0, canvas.width, canvas.height);
        delete canvas.dataset.drawn;
        this.querySelector("input").value = "";
    }
}
if (!customElements.get("signature-pad")) customElements.define("signature-pad", SignaturePad);

// <report-aid>: a button that helps to fill in a report. What it does is fetched only where one stands.
class ReportAid extends HTMLElement {
    connectedCallback() {
        import("/report.mjs").then((own) => own.dress(this)).catch(() => {});
    }
}
if (!customElements.get("report-aid")) customElements.define("report-aid", ReportAid);
