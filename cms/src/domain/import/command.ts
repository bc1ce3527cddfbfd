/** What `pnpm import` asks of the CMS, and what it is told. */

export interface ImportCommand {
  /** Of the file. */
  readonly path: string;
  readonly fileName: string;
  /** Without it nothing is changed, and the file does not wait on « Importer » either. */
  readonly apply: boolean;
  /** Complete new entries go online, and changes of those that are. */
  readonly publish: boolean;
}

export interface CommandLine {
  readonly line: number;
  readonly name: string;
  readonly reason: string;
}

export type CommandAnswer =
  | { readonly kind: 'refused'; readonly message: string }
  | {
      readonly kind: 'planned' | 'applied';
      readonly source: 'spreadsheet' | 'rna' | 'events';
      /** French sentences about the file. */
      readonly remarks: readonly string[];
      /** Associations that are, or would be, created and changed; published ones of them. */
      readonly created: number;
      readonly changed: number;
      readonly published: number;
      readonly same: number;
      /** Of the register: too old to be proposed. */
      readonly older: number;
      readonly left: readonly CommandLine[];
    };

/** A function of the compiled CMS, which takes its Strapi. */
export type RunImportCommand<Strapi> = (strapi: Strapi, command: ImportCommand) => Promise<CommandAnswer>;
