/** An editor at work in Strapi's admin, through the very requests that the admin makes. */

import { BASE_HEADER } from '@trame/cms/domain/contract/desk/form-conflict';

export interface Entry {
  documentId: string;
  [field: string]: unknown;
}

const CONTENT = '/content-manager/collection-types';

export class Editor {
  readonly #cmsUrl: string;
  readonly #token: string;

  private constructor(cmsUrl: string, token: string) {
    this.#cmsUrl = cmsUrl;
    this.#token = token;
  }

  static async signIn(cmsUrl: string, account: { email: string; password: string }): Promise<Editor> {
    const response = await fetch(`${cmsUrl}/admin/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: account.email, password: account.password }),
    });
    if (!response.ok) throw new Error(`Sign-in refused: ${response.status} ${await response.text()}`);
    const { data } = (await response.json()) as { data: { token?: string; accessToken?: string } };
    return new Editor(cmsUrl, data.token ?? data.accessToken ?? '');
  }

  /** A request of a page of the admin, as it is answered. */
  fetch(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(`${this.#cmsUrl}${path}`, {
      method,
      headers: { authorization: `Bearer ${this.#token}`, 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }

  async #ask<T>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<T> {
    const response = await this.fetch(method, path, body, headers);
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text.slice(0, 500)}`);
    return JSON.parse(text) as T;
  }

  /** Published entries of a type, by name of the field. */
  async list(type: string, pageSize = 20): Promise<Entry[]> {
    const { results } = await this.#ask<{ results: Entry[] }>(
      'GET',
      `${CONTENT}/api::${type}.${type}?pageSize=${pageSize}&sort=id:ASC`,
    );
    return results;
  }

  async read(type: string, documentId: string): Promise<Entry> {
    return (await this.#ask<{ data: Entry }>('GET', `${CONTENT}/api::${type}.${type}/${documentId}`)).data;
  }

  /** "Publier": opens the form, saves the changes and publishes. */
  async publish(type: string, documentId: string, changes: Record<string, unknown> = {}): Promise<Entry> {
    const record = `${CONTENT}/api::${type}.${type}/${documentId}`;
    const opened = (await this.fetch('GET', record)).headers.get(BASE_HEADER);
    const base: Record<string, string> = opened === null ? {} : { [BASE_HEADER]: opened };
    return (await this.#ask<{ data: Entry }>('POST', `${record}/actions/publish`, changes, base)).data;
  }

  async unpublish(type: string, documentId: string): Promise<void> {
    await this.#ask('POST', `${CONTENT}/api::${type}.${type}/${documentId}/actions/unpublish`, {});
  }
}
