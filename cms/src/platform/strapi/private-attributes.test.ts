import { describe, expect, it } from 'vitest';
import { privateInQuery, type FindModel, type Model } from './private-attributes.ts';

const relation = (target: string) => ({ type: 'relation', target });
const MODELS: readonly Model[] = [
  {
    uid: 'api::association.association',
    attributes: {
      name: { type: 'string' },
      internalNote: { type: 'text', private: true },
      createdBy: relation('admin::user'),
      localizations: relation('api::association.association'),
      contacts: { type: 'component', component: 'contact.person' },
      owner: relation('plugin::users-permissions.user'),
      logo: { type: 'media' },
    },
  },
  { uid: 'contact.person', attributes: { phone: { type: 'string' }, by: relation('admin::user') } },
  {
    uid: 'plugin::upload.file',
    attributes: {
      name: { type: 'string' },
      folderPath: { type: 'string', private: true },
      createdBy: relation('admin::user'),
    },
  },
  {
    uid: 'plugin::users-permissions.user',
    attributes: {
      username: { type: 'string' },
      password: { type: 'password', private: true },
      confirmationToken: { type: 'string', private: true },
    },
  },
  {
    uid: 'admin::user',
    attributes: {
      firstname: { type: 'string' },
      email: { type: 'email', private: true },
      isActive: { type: 'boolean', private: true },
      password: { type: 'password', private: true },
      resetPasswordToken: { type: 'string', private: true },
      roles: relation('admin::role'),
    },
  },
  { uid: 'admin::role', attributes: { code: { type: 'string' }, users: relation('admin::user') } },
];
const find: FindModel = (uid) => MODELS.find((model) => model.uid === uid);
const ask = (query: Record<string, unknown>, uid = 'api::association.association') =>
  privateInQuery(find(uid)!, query, find);

describe('a query', () => {
  it('may not be about what nobody may read, wherever it says so', () => {
    const condition = { password: { $startsWith: '$2' } };
    for (const [query, found] of [
      [{ orderBy: [{ createdBy: { password: 'asc' } }] }, 'password'],
      [{ orderBy: 'createdBy.password' }, 'password'],
      [{ orderBy: ['name', 'createdBy[password]:ASC'] }, 'password'],
      [{ orderBy: { 'createdBy.resetPasswordToken': 'asc' } }, 'resetPasswordToken'],
      [{ orderBy: { localizations: { localizations: { createdBy: { password: 'asc' } } } } }, 'password'],
      [{ where: { createdBy: condition } }, 'password'],
      [{ where: { $and: [{ name: 'x' }, { $or: [{ $not: { createdBy: condition } }] }] } }, 'password'],
      [{ where: { 'createdBy.password': 'x' } }, 'password'],
      [{ where: { contacts: { by: condition } } }, 'password'],
      [{ where: { logo: { createdBy: condition } } }, 'password'],
      [{ where: { createdBy: { email: { $contains: '@' } } } }, 'email'],
      [{ where: { createdBy: { isActive: true } } }, 'isActive'],
      [{ where: { createdBy: { roles: { code: 'x' } } } }, 'roles'],
      [{ where: { createdBy: { $or: [condition] } } }, 'password'],
      [{ where: { owner: { confirmationToken: { $notNull: true } } } }, 'confirmationToken'],
      [{ populate: { createdBy: { where: condition } } }, 'password'],
      [
        { populate: { localizations: { populate: { logo: { orderBy: { createdBy: { password: 'asc' } } } } } } },
        'password',
      ],
      [{ populate: { zone: { on: { 'contact.person': { where: { by: condition } } } } } }, 'password'],
    ] as const)
      expect([JSON.stringify(query), ask(query)]).toEqual([JSON.stringify(query), found]);
  });

  it('may be about what an editor sees', () => {
    for (const query of [
      {},
      { where: { name: { $containsi: 'password' }, internalNote: 'x', createdBy: 3, id: { $in: [1] } } },
      { where: { createdBy: { id: { $eq: 3 } } }, orderBy: { createdBy: { firstname: 'asc' } } },
      {
        where: { owner: { username: 'x' } },
        orderBy: ['name:asc', 'id'],
        populate: { createdBy: true, contacts: true },
      },
      { where: { logo: { folderPath: '/1' } } },
      { populate: ['createdBy'] },
    ])
      expect([JSON.stringify(query), ask(query)]).toEqual([JSON.stringify(query), null]);
  });

  it('about accounts themselves may be about what their page shows, and not about what lets somebody in', () => {
    expect(
      ask({ orderBy: { email: 'asc' }, where: { isActive: true, roles: { code: 'x' } } }, 'admin::user'),
    ).toBeNull();
    for (const key of ['password', 'resetPasswordToken'])
      expect(ask({ where: { roles: { users: { [key]: { $gt: 'a' } } } } }, 'admin::user')).toBe(key);
  });
});
