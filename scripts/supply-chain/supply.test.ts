import { describe, expect, it } from 'vitest';
import { isUrgent, readAudit } from './advisories.ts';
import { isAllowed, outsideOf, readRules, type Sbom } from './licences.ts';
import { looseActions, looseVersions, releaseAge } from './pinned.ts';

const rules = {
  allowed: ['MIT', 'ISC'],
  packages: { 'data-of-many': 'data, its author is named', '@house/': 'free but for one folder' },
};
const sbom = (...components: Sbom['components']): Sbom => ({ bomFormat: 'CycloneDX', specVersion: '1.6', components });

describe('a licence', () => {
  it('is allowed by one of its alternatives, with all of its parts', () => {
    const allowed = new Set(rules.allowed);
    for (const one of ['MIT', '(MIT OR GPL-3.0-only)', 'GPL-3.0-only OR ISC', '(MIT AND ISC)'])
      expect([one, isAllowed(one, allowed)]).toEqual([one, true]);
    for (const one of ['GPL-3.0-only', 'MIT AND GPL-3.0-only', 'SEE LICENSE IN LICENSE', '', '(MIT OR X) AND (Y OR Z)'])
      expect([one, isAllowed(one, allowed)]).toEqual([one, false]);
  });

  it('is missed where a package says none, or one that is not on the list, and excused by name alone', () => {
    const found = outsideOf(
      sbom(
        { name: 'fine', version: '1.0.0', licenses: [{ license: { id: 'MIT' } }] },
        { name: 'copyleft', version: '2.0.0', licenses: [{ license: { id: 'AGPL-3.0-only' } }] },
        { name: 'mute', version: '3.0.0' },
        { name: 'data-of-many', version: '1.0.0' },
        { name: 'data-of-many-more', version: '1.0.0' },
        { group: '@house', name: 'core', version: '1.0.0', licenses: [{ license: { name: 'SEE LICENSE' } }] },
      ),
      rules,
    );
    expect(found).toEqual([
      { package: 'copyleft@2.0.0', licence: 'AGPL-3.0-only' },
      { package: 'mute@3.0.0', licence: null },
      { package: 'data-of-many-more@1.0.0', licence: null },
    ]);
  });

  it('has a reason for each package that stands outside of the list', () => {
    expect(Object.keys(readRules().packages).length).toBeGreaterThan(0);
  });
});

describe('what is pinned', () => {
  it('is a version to the last figure', () => {
    expect(
      looseVersions({
        dependencies: { a: '1.2.3', b: '^1.2.3', c: 'latest', d: 'workspace:*' },
        devDependencies: { e: '18.4.0-beta.17', f: '1.x', g: 'github:x/y' },
      }),
    ).toEqual(['b ^1.2.3', 'c latest', 'f 1.x', 'g github:x/y']);
  });

  it('is an action by its commit', () => {
    expect(
      looseActions(`steps:
      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4
      - uses: actions/cache@v4
        uses: someone/else@main
      - uses: ./.github/actions/own`),
    ).toEqual(['actions/cache@v4', 'someone/else@main']);
  });

  it('is the age of what is installed', () => {
    expect(releaseAge('packages:\n  - a\nminimumReleaseAge: 4320 # three days\n')).toBe(4320);
    expect(releaseAge('# minimumReleaseAge: 4320')).toBeNull();
  });
});

describe('what is known of vulnerabilities', () => {
  it('is read, the urgent ones apart', () => {
    const one = (severity: string) => ({ module_name: 'x', severity, title: 'Bad', url: 'https://example.org/1' });
    const audit = readAudit(JSON.stringify({ advisories: { 1: one('critical'), 2: one('low') } }));
    expect(audit.known && audit.advisories.filter(isUrgent)).toHaveLength(1);
    expect(readAudit('{"advisories":{}}')).toEqual({ known: true, advisories: [] });
  });

  it('is never taken for nothing where nobody answered', () => {
    expect(readAudit('{"error":{"code":"X","message":"responded with 405: "}}')).toEqual({
      known: false,
      why: 'responded with 405:',
    });
    for (const output of ['', 'connect ECONNREFUSED', '{}', '[]']) expect(readAudit(output).known).toBe(false);
  });
});
