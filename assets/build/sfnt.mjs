// The little of the sfnt container (TrueType file layout) that renaming needs.

const HEADER = 12;
const RECORD = 16;

/** Splits a font file into its flavour tag and a map from table tag to bytes. */
export function readTables(font) {
  const count = font.readUInt16BE(4);
  const tables = new Map();
  for (let i = 0; i < count; i += 1) {
    const at = HEADER + i * RECORD;
    const offset = font.readUInt32BE(at + 8);
    const length = font.readUInt32BE(at + 12);
    tables.set(font.toString("latin1", at, at + 4), font.subarray(offset, offset + length));
  }
  return { flavour: font.readUInt32BE(0), tables };
}

/** Joins tables into a font file with fresh checksums. */
export function writeTables({ flavour, tables }) {
  const tags = [...tables.keys()].sort();
  const selector = Math.floor(Math.log2(tags.length));
  const head = Buffer.alloc(HEADER + tags.length * RECORD);
  head.writeUInt32BE(flavour, 0);
  head.writeUInt16BE(tags.length, 4);
  head.writeUInt16BE(16 * 2 ** selector, 6);
  head.writeUInt16BE(selector, 8);
  head.writeUInt16BE(16 * (tags.length - 2 ** selector), 10);

  const parts = [head];
  let offset = head.length;
  let headTableAt = 0;
  tags.forEach((tag, i) => {
    const table = Buffer.from(tables.get(tag));
    if (tag === "head") {
      // The whole-file checksum is computed with this field at zero.
      table.writeUInt32BE(0, 8);
      headTableAt = offset;
    }
    const padded = Buffer.concat([table, Buffer.alloc((4 - (table.length % 4)) % 4)]);
    const at = HEADER + i * RECORD;
    head.write(tag, at, "latin1");
    head.writeUInt32BE(checksum(padded), at + 4);
    head.writeUInt32BE(offset, at + 8);
    head.writeUInt32BE(table.length, at + 12);
    parts.push(padded);
    offset += padded.length;
  });
  const font = Buffer.concat(parts);
  font.writeUInt32BE((0xb1b0afba - checksum(font)) >>> 0, headTableAt + 8);
  return font;
}

function checksum(bytes) {
  let sum = 0;
  for (let i = 0; i < bytes.length; i += 4) {
    sum = (sum + bytes.readUInt32BE(i)) >>> 0;
  }
  return sum;
}

/** Reads the Windows Unicode names of a `name` table as a map from id to text. */
export function readNames(table) {
  const storage = table.readUInt16BE(4);
  const names = new Map();
  for (let i = 0; i < table.readUInt16BE(2); i += 1) {
    const at = 6 + i * 12;
    if (table.readUInt16BE(at) !== 3) continue;
    const length = table.readUInt16BE(at + 8);
    const start = storage + table.readUInt16BE(at + 10);
    const text = Buffer.from(table.subarray(start, start + length)).swap16().toString("utf16le");
    names.set(table.readUInt16BE(at + 6), text);
  }
  return names;
}

/** Builds a `name` table (Windows, Unicode, US English) from id and text pairs. */
export function writeNames(names) {
  const entries = [...names].sort(([a], [b]) => a - b);
  const records = Buffer.alloc(6 + entries.length * 12);
  records.writeUInt16BE(entries.length, 2);
  records.writeUInt16BE(records.length, 4);
  const texts = [];
  let offset = 0;
  entries.forEach(([id, text], i) => {
    const encoded = Buffer.from(text, "utf16le").swap16();
    [3, 1, 0x409, id, encoded.length, offset].forEach((value, field) => {
      records.writeUInt16BE(value, 6 + i * 12 + field * 2);
    });
    texts.push(encoded);
    offset += encoded.length;
  });
  return Buffer.concat([records, ...texts]);
}
