/** There is no site without its settings, home page and legal notice: the message says, in French, what to fill in. */
export class ExportNotPossible extends Error {
  override name = 'ExportNotPossible';
}
