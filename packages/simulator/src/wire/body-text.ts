/** The body as it was sent: a byte order mark counts, `text()` would hide it. */
export async function bodyText(response: Response): Promise<string> {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(await response.arrayBuffer());
}
