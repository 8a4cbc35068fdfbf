// A pack is an empty module with a section for each of its parts. A part is made once, whichever realm asks first.
const made = new Map();
function make(pack, part, imports) {
    if (!made.has(part)) {
        const [bytes] = WebAssembly.Module.customSections(pack, part);
        const making = WebAssembly.instantiate(bytes, imports);
        making.catch(() => made.delete(part));
        made.set(part, making);
    }
    return made.get(part);
}
const packs = new Map();
function fetched(file) {
    if (!packs.has(file)) {
        const pack = WebAssembly.compileStreaming(fetch(new URL(`./${file}.wasm`, import.meta.url)));
        pack.catch(() => packs.delete(file));
        packs.set(file, pack);
    }
    return packs.get(file);
}
// The realm's own part, the last, runs when all that it calls is there.
function realm(files) {
    return wrapAsyncCb(makeLoad(() => async (imports) => {
        const all = await Promise.all(files.map(([file]) => fetched(file)));
        const parts = files.flatMap(([, parts], at) => parts.map((part) => [all[at], part]));
        const own = parts.pop();
        await Promise.all(parts.map(([pack, part]) => make(pack, part, imports)));
        return make(...own, imports);
    }, []));
}
