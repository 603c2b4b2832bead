// Reads audit events as docs/guide/audit-encoding.md describes them: one per line in hexadecimal on
// standard input, one JSON document per line on standard output. Written from the document alone.
import { readFileSync } from "node:fs";

const hex = (bytes) => Buffer.from(bytes).toString("hex");
const text = (bytes) => new TextDecoder("utf-8", { fatal: true }).decode(bytes);
const int = (bytes) => Buffer.from(bytes).readBigInt64BE(0).toString();

function decode(bytes) {
  if (text(bytes.subarray(0, 4)) !== "NTRL" || bytes[4] !== 1) throw new Error("not an event of version 1");
  const parts = [];
  for (let at = 5; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at + 1);
    if (at + 5 + length > bytes.length) throw new Error("too short");
    parts.push({ tag: bytes[at], bytes: bytes.subarray(at + 5, at + 5 + length) });
    at += 5 + length;
  }
  const event = { institution: null, object: null, fields: {} };
  for (let i = 0; i < parts.length; i += 1) {
    const { tag, bytes: value } = parts[i];
    switch (tag) {
      case 1: event.id = hex(value); break;
      case 2: event.at = int(value); break;
      case 3: event.institution = hex(value); break;
      case 4: event.actor = hex(value); break;
      case 5: event.actor = "system"; break;
      case 6: event.actor = "public"; break;
      case 7: event.role = text(value); break;
      case 8: event.action = text(value); break;
      case 9: event.object_kind = text(value); break;
      case 10: event.object = hex(value); break;
      case 16: {
        i += 1;
        const said = parts[i];
        const read = { 17: ["int", int], 18: ["code", text], 19: ["id", hex], 20: ["personal", hex] }[said.tag];
        event.fields[text(value)] = { [read[0]]: read[1](said.bytes) };
        break;
      }
      default: throw new Error(`unknown tag ${tag}`);
    }
  }
  return event;
}

for (const line of readFileSync(0, "utf8").trim().split("\n")) {
  console.log(JSON.stringify(decode(Buffer.from(line, "hex"))));
}
