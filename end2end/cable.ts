import { connect, createServer, type Socket } from "node:net";

/** The cable between a browser and the city. */
export interface Cable {
  /** For the browser's context. */
  proxy: { server: string };
  /** Pulls it: nothing comes through any more, and neither side is told. */
  pull(): void;
  /** Plugs it in again: what was under way arrives. */
  plug(): void;
  /** Takes it away. */
  remove(): void;
}

/** Lays a cable to the city. The browser takes it for its proxy, so that addresses stay as they are. */
export async function cable(address: string): Promise<Cable> {
  const city = new URL(address);
  const ends = new Set<Socket>();
  let pulled = false;
  const lead = (from: Socket, to: Socket) => {
    from.on("data", (bytes) => to.write(bytes));
    from.on("error", () => to.destroy());
    from.on("close", () => {
      ends.delete(from);
      to.destroy();
    });
    if (pulled) from.pause();
    ends.add(from);
  };
  const relay = createServer((near) => {
    const far = connect(Number(city.port), city.hostname);
    lead(near, far);
    lead(far, near);
  });
  await new Promise<void>((settle) => relay.listen(0, "127.0.0.1", settle));
  const end = relay.address();
  if (end === null || typeof end === "string") throw new Error("the cable has no end");
  return {
    proxy: { server: `http://127.0.0.1:${end.port}` },
    pull() {
      pulled = true;
      for (const one of ends) one.pause();
    },
    plug() {
      pulled = false;
      for (const one of ends) one.resume();
    },
    remove() {
      relay.close();
      for (const one of ends) one.destroy();
    },
  };
}
