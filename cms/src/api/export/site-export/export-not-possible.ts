import { PUBLICATION_HELD } from '../../../domain/contract/desk/publication-state.ts';

/** There is no site without its settings, home page and legal notice: the message says, in French, what to fill in. */
export class ExportNotPossible extends Error {
  override name = 'ExportNotPossible';
}

/** A backup was put back, and an editor has to say whether it may go online: only then is there anything to give. */
export class PublicationHeld extends ExportNotPossible {
  override name = PUBLICATION_HELD;
  constructor() {
    super(
      'Une sauvegarde a été remise en place, ou le registre des retraits est perdu\u00a0: des personnes ont pu demander à ne plus paraître sans que cette base le sache. Rien n’est mis en ligne sans votre accord\u00a0: ouvrez «\u00a0Remise en place\u00a0» dans l’administration.',
    );
  }
}
