/**
 * What the database holds that is nobody's: how the program is set up, in its own words, and by which keys rows find each
 * other. Data, each with its reason. Whatever is not named here is somebody's, and looked for.
 */

/** By the beginning of their name. */
export const WIRING_TABLES: Readonly<Record<string, string>> = {
  admin_permissions: 'what each role of the admin may do, in the program’s words',
  admin_roles: 'names of roles, which the program makes',
  i18n_locale: 'the one language of the content',
  strapi_ai_: 'unused by the free edition, always empty',
  strapi_api_token_permissions: 'names of actions',
  strapi_core_store_settings: 'labels and layouts of the admin',
  strapi_database_schema: 'the structure of this very database',
  strapi_history_versions: 'unused by the free edition, always empty',
  strapi_migrations: 'names of files of the program',
  strapi_release: 'unused by the free edition, always empty',
  strapi_transfer_token_permissions: 'names of actions',
  strapi_workflows: 'unused by the free edition, always empty',
  up_permissions: 'names of actions, always empty',
  up_roles: 'the two roles that the plugin makes, without any right',
};

/** The end of the name of a table that only joins two others. */
export const JOINING_TABLES = /_(?:cmps|lnk|mph)$/;

/** In every table: keys, and what a column of them points to. */
export const WIRING_COLUMNS: ReadonlySet<string> = new Set([
  'document_id',
  'locale',
  'uid',
  'component_type',
  'field',
  'prefered_language',
]);

/** Of one table. */
export const WIRING_OF_TABLES: Readonly<Record<string, string>> = {
  'files.hash': 'the address of a picture in the library, which pages show',
  'files.url': 'the same',
  'files.formats': 'the same, of its smaller copies',
  'files.preview_url': 'the same',
  'files.ext': 'the kind of a file',
  'files.mime': 'the kind of a file',
  'files.provider': 'a word of the program',
  'files.provider_metadata': 'always empty: files lie on this disk',
  'files.focal_point': 'where a picture is cut',
  'files.folder_path': 'numbers of folders',
  'upload_folders.path': 'numbers of folders',
  'trame_job_runs.job': 'the name of a job, which is a word of the program',
  'trame_alarms.alarm': 'the name of an alarm, which is a word of the program',
  'strapi_webhooks.events': 'names of events',
  'strapi_sessions.status': 'a word of the program',
  'strapi_sessions.type': 'a word of the program',
  'strapi_sessions.origin': 'a word of the program',
  'strapi_api_tokens.name': 'the program names its one token',
  'strapi_api_tokens.description': 'the program describes its one token',
  'up_users.provider': 'a word of the program',
};

/** What a reader may see although the contract does not say it under the name of its column. */
export const SHOWN_ELSEWHERE: Readonly<Record<string, string>> = {
  'files.alternative_text': 'said with the picture; what it is called in the library is not',
  'files.caption': 'the same',
  'editions.title': 'the name of a printed edition stands on its cover',
  'components_edition_useful_numbers.name': 'numbers that a printed edition lists for everybody',
  'components_edition_useful_numbers.note': 'the same',
  'components_edition_useful_numbers.number': 'the same',
};
