const OPENING = /[ \t\n]*(?:<\?xml[^<>]*\?>[ \t\n]*)?<xml>[ \t\n]*/y;
const FIELD = /<([A-Za-z]+)>(?:[ \t\n]*<!\[CDATA\[((?:[^\]\r]|\](?!\]>))*)\]\]>[ \t\n]*|([^<&\r]*))<\/\1>[ \t\n]*/y;
const CLOSING = /<\/xml>[ \t\n]*$/y;

/**
 * The texts of the fields right below `<xml>`, as written, when that is all there is: no attribute, no nesting, no
 * reference, no field twice. Almost every callback of the platform is so, and this much markup needs no parser.
 * `undefined` for anything else, well-formed or not.
 */
export function readFlatXml(document: string): ReadonlyMap<string, string> | undefined {
  OPENING.lastIndex = 0;
  if (!OPENING.test(document)) return undefined;
  const fields = new Map<string, string>();
  let end = OPENING.lastIndex;
  FIELD.lastIndex = end;
  for (let field = FIELD.exec(document); field; field = FIELD.exec(document)) {
    const [, name = "", literal, plain = ""] = field;
    if (fields.has(name) || name in Object.prototype) return undefined;
    fields.set(name, literal ?? plain);
    end = FIELD.lastIndex;
  }
  CLOSING.lastIndex = end;
  return CLOSING.test(document) ? fields : undefined;
}
