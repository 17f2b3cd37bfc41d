/**
 * How large a catalogue file may be. The largest compilation seen (32 fields, 640 matters in one
 * workbook) has 0.4 MB, 6 MB expanded and 14,000 cells; each bound leaves at least ten times that.
 */
export const limits = {
  /** The file as uploaded. */
  bytes: 20 * 1024 * 1024,
  /** All parts of a zip together, as its directory declares them: pictures may be many, text not. */
  declaredBytes: 256 * 1024 * 1024,
  /** The parts that are really expanded and read (XML of sheets, strings, document). */
  readBytes: 64 * 1024 * 1024,
  /** An ordinary office file has below a hundred parts. */
  zipEntries: 5000,
  /** Cells over all tables, counted after merges are laid out. */
  cells: 400_000,
  /** A table wider than this is not a catalogue; the widest known has 27 columns. */
  columns: 200,
  /** Tables of one file; the largest compilation has 32 fields for each of ten bodies. */
  tables: 1000,
  /** Rows that are looked at to settle what a column holds. */
  sampledRows: 2000,
  /** Elements within elements: old pages leave hundreds of tags open; thousands are an attack. */
  depth: 10_000,
  /** Tables within tables: old sites frame pages four or five deep. */
  tableDepth: 30,
} as const
