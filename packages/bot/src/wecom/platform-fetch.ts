import { rootCertificates } from "node:tls";
import { Agent, fetch, ProxyAgent } from "undici";

/** What the client needs of the network; the simulator, a proxy and the real platform look the same through it. */
export type PlatformFetch = (url: string, request: PlatformRequest) => Promise<PlatformResponse>;
export type PlatformRequest = Readonly<{
  method: "GET" | "POST";
  headers?: Readonly<Record<string, string>>;
  body?: string | Uint8Array;
  /** Milliseconds until the whole exchange is given up. */
  timeoutMs: number;
}>;
export type PlatformResponse = Readonly<{ status: number; contentType: string; bytes: Uint8Array }>;

/** The way out of the building. `ca` is PEM text of a private authority, trusted beside the public ones. */
export type Egress = Readonly<{ ca?: string | undefined; proxy?: string | undefined }>;

/** Node's built-in fetch takes neither a proxy nor an own authority; undici is the same code with both. */
export function createPlatformFetch({ ca, proxy }: Egress = {}): PlatformFetch {
  const tls = ca === undefined ? {} : { ca: [...rootCertificates, ca] };
  const dispatcher =
    proxy === undefined ? new Agent({ connect: tls }) : new ProxyAgent({ uri: proxy, requestTls: tls });
  return async function platformFetch(url, { method, headers, body, timeoutMs }) {
    const response = await fetch(url, {
      method,
      dispatcher,
      redirect: "error", // a redirect would carry the token somewhere else
      signal: AbortSignal.timeout(timeoutMs),
      ...(headers && { headers: { ...headers } }),
      ...(body !== undefined && { body }),
    });
    const bytes = new Uint8Array(await response.arrayBuffer());
    return { status: response.status, contentType: response.headers.get("content-type") ?? "", bytes };
  };
}
