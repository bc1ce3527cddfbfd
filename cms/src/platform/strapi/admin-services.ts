/** The services of Strapi's admin that the program calls. Strapi types them as `any`: declared here is what is used of them. */
import type { Core } from '@strapi/strapi';

interface ApiTokens {
  /** The form in which Strapi keeps a token. */
  hash(token: string): string;
}

/** Something that a role may be allowed to do. */
export interface Action {
  readonly actionId: string;
  readonly section: string;
  readonly subjects?: string[];
}

export interface Permission {
  readonly action: string;
  readonly subject: string | null;
  readonly properties: { readonly fields?: string[] };
}

interface Role {
  readonly id: number;
}

interface Roles {
  create(data: { readonly name: string; readonly description: string; readonly code: string }): Promise<Role>;
  deleteByIds(ids: readonly number[]): Promise<unknown>;
  getSuperAdmin(): Promise<Role>;
  hasSuperAdminRole(user: unknown): boolean;
  assignPermissions(role: number, permissions: readonly (Permission | { readonly action: string })[]): Promise<unknown>;
}

interface ContentTypes {
  /** The permissions for these actions, with every field of their types. */
  getPermissionsWithNestedFields(actions: readonly Action[]): Permission[];
}

interface Users {
  create(data: Readonly<Record<string, unknown>>): Promise<unknown>;
  updateById(id: number, data: Readonly<Record<string, unknown>>): Promise<unknown>;
}

interface Permissions {
  readonly actionProvider: { values(): Action[] };
}

export const apiTokens = (strapi: Core.Strapi) => strapi.service('admin::api-token') as ApiTokens;
export const adminRoles = (strapi: Core.Strapi) => strapi.service('admin::role') as Roles;
export const adminContentTypes = (strapi: Core.Strapi) => strapi.service('admin::content-type') as ContentTypes;
export const adminUsers = (strapi: Core.Strapi) => strapi.service('admin::user') as Users;
export const adminActions = (strapi: Core.Strapi): Action[] =>
  (strapi.service('admin::permission') as Permissions).actionProvider.values();

/** An account of the admin, as the program reads it. */
export interface Administrator {
  readonly id: number;
  readonly email: string;
  readonly firstname: string | null;
  readonly lastname: string | null;
  /** A bcrypt hash; null for who was invited and has not come yet. */
  readonly password: string | null;
  readonly isActive: boolean;
  /** Of who was invited and has not come yet. */
  readonly registrationToken?: string | null;
  readonly resetPasswordToken?: string | null;
  readonly resetPasswordTokenExpiresAt?: string | Date | null;
}

/** What Strapi's sign-in makes of an answer: an error, an account, or why there is none. */
export type Credentials = readonly [error: Error | null, account?: Administrator | false, reason?: { message: string }];

/** Its functions are called through this object at each request: replacing one replaces what Strapi does. */
interface AdminAuth {
  checkCredentials(given: { readonly email: string; readonly password: string }): Promise<Credentials>;
  hashPassword(password: string): Promise<string>;
  validatePassword(password: string, hash: string): Promise<boolean>;
  forgotPassword(given?: { readonly email?: string }): Promise<void>;
  resetPassword(given?: { readonly resetPasswordToken?: string; readonly password?: string }): Promise<Administrator>;
}

interface Encryption {
  /** AES-256-GCM with ENCRYPTION_KEY; null without a key. */
  encrypt(text: string): string | null;
  /** Null when it was encrypted with another key. */
  decrypt(encrypted: string): string | null;
}

export const adminAuth = (strapi: Core.Strapi) => strapi.service('admin::auth') as AdminAuth;
export const encryption = (strapi: Core.Strapi) => strapi.service('admin::encryption') as Encryption;
