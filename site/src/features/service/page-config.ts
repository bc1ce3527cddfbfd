/** What the pages that talk to the CMS are told by the build: a JSON element of the page, for no script may stand in it. */

export const ids = { config: 'trame-service-config', mount: 'service' } as const;

export interface ServiceConfig {
  /** Public address of the CMS, without a slash at the end. */
  readonly cmsUrl: string;
  readonly siteName: string;
  /** Who keeps the directory, and how to reach them. */
  readonly office: {
    readonly name: string;
    /** E.164, for the link. */
    readonly phone: string | null;
    /** As it is read. */
    readonly phoneText: string | null;
    readonly email: string | null;
  };
}

/** Reads the configuration of the page. `T` is what the page adds to it. */
export function readConfig<T extends object = object>(): ServiceConfig & T {
  return JSON.parse(document.getElementById(ids.config)?.textContent ?? '{}') as ServiceConfig & T;
}
