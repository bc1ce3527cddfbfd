/** The build stops before it touches anything. The message is French and ends in front of an editor: it says what to do. */
export class ExportRefused extends Error {
  override readonly name = 'ExportRefused';
}
