import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { readEnvironment, ROOT } from '../lib/environment.ts';
import { createPause } from '../start/restart-pause.ts';
import { makeFiles, valuesOf, writeFiles } from './files.ts';
import { readOptions } from './options.ts';
import { fill } from './template.ts';
import { readUnit, type Unit } from './testing/unit-file.ts';

const DATA = '/srv/trame/data';
const ARGUMENTS = [
  ...['--domain', 'annuaire.example.org', '--to', '/unused', '--data', DATA, '--operator', 'serveur@example.org'],
  ...['--mail-from', 'Office de tourisme <annuaire@example.org>', '--cms-port', '20001'],
];
const options = readOptions(ARGUMENTS);
const files = await makeFiles(options);
const textOf = (name: string): string => {
  const text = files.get(name);
  if (text === undefined) throw new Error(`No such file: ${name}`);
  return text;
};
const GUARD = 'systemd/trame-.service.d/10-guard.conf';
const unitOf = (name: string): Unit => readUnit(textOf(`systemd/${name}`), textOf(GUARD));
const said = (unit: Unit, section: string, key: string): string | undefined => unit.get(section)?.get(key)?.at(-1);
const SERVING = ['trame-site.service', 'trame-cms.service', 'trame-deployer.service'];
const SERVICES = [...SERVING, 'trame-backup.service'];

describe('what the command is told', () => {
  const told = (...more: readonly string[]) => readOptions(['--domain', 'a.example.org', '--to', 'x', ...more]);

  it('needs a domain and a folder, and makes up the rest', () => {
    expect(told()).toMatchObject({ app: '/opt/trame/current', data: '/var/lib/trame', user: 'trame' });
    expect(valuesOf(told())['CMS_DOMAIN']).toBe('gestion.a.example.org');
  });

  it.each([
    [['--to', 'x'], /--domain/],
    [['--domain', 'a.example.org'], /--to/],
    [['--domain', 'https://a.example.org', '--to', 'x'], /--domain/],
    [['--domain', 'a.example.org { respond "x" }', '--to', 'x'], /--domain/],
    [['--nonsense', 'x'], /inconnue/],
  ])('refuses %j', (args, reason) => expect(() => readOptions(args)).toThrow(reason));

  it.each([
    ['--data', 'relative'],
    ['--data', '/var/../etc'],
    ['--data', '/var/lib/%h'],
    ['--app', '/opt/my trame'],
    ['--backups', '/srv/$HOME'],
    ['--user', 'root; reboot'],
    ['--cms-port', '80'],
    ['--cms-port', '8080'], // the site's
    ['--cms-domain', 'a.example.org'],
    ['--operator', 'nobody'],
    ['--mail-from', 'A "B" <a@example.org>'],
    ['--mail-from', '$(id) <a@example.org>'],
    ['--database', 'postgres://trame:secret-of-theirs@db.example.org/trame'],
    ['--database', 'postgres:///trame?password=secret-of-theirs'],
  ])('refuses %s %s, in words that repeat no secret', (name, value) => {
    expect(() => told(name, value)).toThrow(/^(?!.*secret-of-theirs).*ne va pas/s);
  });
});

describe('a template', () => {
  it('is not written with a hole in it', () => {
    expect(() => fill('x.service', 'A={{A}} B={{B_C}}', { A: '1' })).toThrow(/x\.service : B_C/);
    expect(fill('x', '{{A}}{{A}}', { A: '1' })).toBe('11');
  });

  it('has no other place in it that somebody would have to fill', () => {
    for (const text of files.values()) expect(text).not.toMatch(/\{\{|\}\}|TODO|CHANGE/);
  });
});

describe('a unit as data', () => {
  it('keeps what is said twice, a drop-in after its unit, and refuses what is no line', () => {
    const unit = readUnit('[Service]\nA=1\nA=2\n# no\n', '[Service]\nA=3\n');
    expect(unit.get('Service')?.get('A')).toEqual(['1', '2', '3']);
    expect(() => readUnit('A=1')).toThrow(/A=1/);
    expect(() => readUnit('[Service]\nnonsense')).toThrow(/nonsense/);
  });
});

describe('the units', () => {
  it.each(SERVICES)('%s may do nothing but its work', (name) => {
    const unit = unitOf(name);
    for (const [key, value] of [
      ['NoNewPrivileges', 'yes'],
      ['ProtectSystem', 'strict'],
      ['ProtectHome', 'yes'],
      ['PrivateTmp', 'yes'],
      ['PrivateDevices', 'yes'],
      ['CapabilityBoundingSet', ''],
      ['SystemCallFilter', '@system-service @pkey'],
      ['SystemCallErrorNumber', 'EPERM'],
      ['LogNamespace', 'trame'],
    ])
      expect([key, said(unit, 'Service', key as string)]).toEqual([key, value]);
    expect(said(unit, 'Service', 'MemoryMax')).toMatch(/^\d+[MG]$/);
    expect(said(unit, 'Service', 'User') ?? said(unit, 'Service', 'DynamicUser')).toMatch(/^(trame|yes)$/);
  });

  it.each(SERVING)('%s is started again for ever, after the pauses of `start`', (name) => {
    const unit = unitOf(name);
    expect(said(unit, 'Service', 'Restart')).toBe('always');
    expect(said(unit, 'Unit', 'StartLimitIntervalSec')).toBe('0');
    const [first, longest, steps] = ['RestartSec', 'RestartMaxDelaySec', 'RestartSteps'].map((key) =>
      Number(said(unit, 'Service', key)),
    ) as [number, number, number];
    const pause = createPause();
    const ours = Array.from({ length: steps + 1 }, () => pause.after(0) / 1000);
    // systemd.service(5): the pause grows by the same factor at each step.
    const theirs = ours.map((_, step) => first * (longest / first) ** (step / steps));
    expect([first, longest]).toEqual([ours[0], ours.at(-1)]);
    for (const [step, seconds] of theirs.entries()) expect(seconds / (ours[step] ?? 0)).toBeCloseTo(1, 0);
    expect(said(unit, 'Service', 'ExecStopPost')).toContain('say-stopped.ts');
  });

  it('write in the data alone, and the server of the site nowhere, under an account that owns nothing', () => {
    const places = Object.fromEntries(SERVICES.map((name) => [name, said(unitOf(name), 'Service', 'ReadWritePaths')]));
    expect(places).toEqual({
      'trame-site.service': undefined,
      'trame-cms.service': DATA,
      'trame-deployer.service': DATA,
      'trame-backup.service': `${DATA} /var/backups/trame`,
    });
    expect(said(unitOf('trame-site.service'), 'Service', 'DynamicUser')).toBe('yes');
    expect(said(unitOf('trame-site.service'), 'Service', 'IPAddressDeny')).toBe('any');
  });

  it('hand the secrets to who needs them', () => {
    const holders = SERVICES.filter((name) => textOf(`systemd/${name}`).includes('secrets.env'));
    expect(holders).toEqual(['trame-cms.service', 'trame-backup.service']);
  });

  it('do not stand or fall with one another: the site is served whatever else is dead', () => {
    for (const name of SERVING) {
      const unit = unitOf(name);
      for (const key of ['Requires', 'BindsTo', 'Requisite', 'Upholds', 'Conflicts'])
        expect(said(unit, 'Unit', key)).toBeUndefined();
    }
    const wanted = said(readUnit(textOf('systemd/trame.target')), 'Unit', 'Wants')?.split(' ');
    expect(wanted).toEqual([...SERVING, 'trame-backup.timer']);
  });

  it('start programs that are there', async () => {
    for (const name of SERVICES)
      for (const key of ['ExecStartPre', 'ExecStart', 'ExecStopPost'])
        for (const line of unitOf(name).get('Service')?.get(key) ?? []) {
          const script = /\/opt\/trame\/current\/(scripts\/\S+)/.exec(line)?.[1] ?? '';
          expect(await readFile(path.join(ROOT, script), 'utf8')).toContain('import.meta.main');
        }
  });
});

describe('the settings', () => {
  const variables = (text: string): Record<string, string> =>
    Object.fromEntries(
      text
        .split('\n')
        .filter((line) => line !== '' && !line.startsWith('#'))
        .map((line) => /^([A-Z_]+)="([^"$`\\]*)"$/.exec(line)?.slice(1, 3) as [string, string]),
    );

  it('are read by our programs as they were asked for', () => {
    expect(readEnvironment(variables(textOf('settings/trame.env')))).toMatchObject({
      databaseUrl: 'postgres:///trame?host=/run/postgresql&user=trame',
      dataDir: DATA,
      backupDir: '/var/backups/trame',
      siteUrl: 'https://annuaire.example.org',
      cmsUrl: 'https://gestion.annuaire.example.org',
      pressUrl: 'https://annuaire.example.org',
      cmsPort: 20001,
    });
  });

  it('name nothing that no program reads', async () => {
    const doors = await Promise.all(
      ['scripts/lib/environment.ts', 'cms/src/environment.ts'].map((file) => readFile(path.join(ROOT, file), 'utf8')),
    );
    const unknown = (text: string) =>
      Object.keys(variables(text)).filter((name) => !doors.some((door) => door.includes(`  ${name}: `)));
    expect(unknown(textOf('settings/trame.env'))).toEqual([]);
    expect(unknown('SITE_PROT="8080"')).toEqual(['SITE_PROT']);
  });

  it('hold no secret, neither they nor any other file', () => {
    for (const [name, text] of files)
      expect([
        name,
        /(?:SECRET|TOKEN|PASSWORD|_SALT|_KEYS?)["']?[=:][ "']*\S|:\/\/[^/\s:]+:[^/\s@]+@/.test(text),
      ]).toEqual([name, false]);
  });

  it('mean the same to a shell', () => {
    const script = `set -a; eval "$1"; set +a; exec env -0`;
    const shell = spawnSync('sh', ['-c', script, 'sh', textOf('settings/trame.env')], { encoding: 'utf8', env: {} });
    const read: Record<string, string> = {};
    for (const pair of shell.stdout.split('\0'))
      read[pair.slice(0, pair.indexOf('='))] = pair.slice(pair.indexOf('=') + 1);
    expect(read).toMatchObject(variables(textOf('settings/trame.env')));
  });
});

const Service = z.looseObject({
  image: z.string(),
  restart: z.string().optional(),
  network_mode: z.string().optional(),
  read_only: z.boolean().optional(),
  cap_drop: z.array(z.string()).optional(),
  security_opt: z.array(z.string()),
  command: z.array(z.string()).optional(),
  ports: z.array(z.string()).optional(),
  volumes: z.array(z.string()),
  mem_limit: z.string(),
  environment: z.record(z.string(), z.string()).optional(),
});
const Compose = z.looseObject({ services: z.record(z.string(), Service), volumes: z.record(z.string(), z.null()) });

describe('the containers', () => {
  const { services, volumes } = Compose.parse(parse(textOf('containers/compose.yaml'), { merge: true }));
  const ours = ['site', 'cms', 'deployer', 'backup', 'prepare'];

  it('let nobody in but at 80 and 443', () => {
    const open = Object.entries(services).filter(([, { ports }]) => ports !== undefined);
    expect(open.map(([name, { ports }]) => [name, ports])).toEqual([['web', ['80:80', '443:443', '443:443/udp']]]);
    for (const name of ours) expect(services[name]?.network_mode).toBe('service:web');
    expect(services['db']?.network_mode).toBe('none');
  });

  it('may do nothing but their work', () => {
    for (const name of ours)
      expect(services[name]).toMatchObject({
        read_only: true,
        cap_drop: ['ALL'],
        security_opt: ['no-new-privileges:true'],
      });
    const withSocket = Object.keys(services).filter((name) =>
      services[name]?.volumes.some((one) => one.startsWith('socket:')),
    );
    expect(withSocket.sort()).toEqual(['backup', 'cms', 'db', 'prepare']);
    expect(services['site']?.volumes).toEqual(['data:/var/lib/trame:ro']);
  });

  it('are started again when they die, all but the one that prepares', () => {
    const again = Object.entries(services).filter(([, { restart }]) => restart === 'always');
    expect(again.map(([name]) => name).sort()).toEqual(['backup', 'cms', 'db', 'deployer', 'site', 'web']);
  });

  it('start programs that are there, on volumes that are there', async () => {
    for (const name of ours) {
      const [script = ''] = services[name]?.command ?? [];
      expect((await readFile(path.join(ROOT, script), 'utf8')).length).toBeGreaterThan(0);
    }
    const mounted = Object.values(services).flatMap((service) => service.volumes.map((one) => one.split(':')[0] ?? ''));
    const named = mounted.filter((one) => !one.startsWith('.'));
    expect([...new Set(named)].sort()).toEqual(Object.keys(volumes).sort());
  });

  it('are of the Node of this release, and no layer of them holds data', async () => {
    const folder = path.join(import.meta.dirname, 'container');
    const { devDependencies } = z
      .object({ devDependencies: z.record(z.string(), z.string()) })
      .parse(JSON.parse(await readFile(path.join(ROOT, 'package.json'), 'utf8')));
    const containerfile = await readFile(path.join(folder, 'Containerfile'), 'utf8');
    expect(/node:([\d.]+)-/.exec(containerfile)?.[1]).toBe(devDependencies['node']);
    expect(containerfile).not.toMatch(/^COPY \. /m);
    const ignored = (await readFile(path.join(folder, 'Containerfile.dockerignore'), 'utf8')).split('\n');
    for (const one of ['**/.data', '**/node_modules', '**/.env', '**/dist']) expect(ignored).toContain(one);
  });
});

describe('the proxy', () => {
  const text = textOf('caddy/Caddyfile');

  it('lets through the site, the admin, and of the deployer the pages of print shops alone', () => {
    const doors = [...text.matchAll(/(handle[^\n{]*|\n\t)\{?\s*\n?\s*reverse_proxy (\S+)/g)].map(([, , to]) => to);
    expect(doors).toEqual(['127.0.0.1:8081', '127.0.0.1:8080', '127.0.0.1:20001']);
    expect(text).toMatch(/handle \/imprimeur\/\* \{\s+reverse_proxy 127\.0\.0\.1:8081/);
  });

  it('trusts no address that a client writes, and logs none that opens something', () => {
    expect(text).not.toMatch(/trusted_proxies|\blog \{|\blog$/m);
    expect(text).toContain('request>uri delete');
  });
});

/** A tool of the system, or null where it is not installed. */
const toolOf = (name: string, ...version: string[]): string | null => {
  const ran = spawnSync(name, version, { encoding: 'utf8' });
  return ran.status === 0 ? ran.stdout : null;
};

describe('for the tools of the machine', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'trame-production-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** Written as for a machine where this clone runs. */
  async function written(): Promise<string> {
    const app = path.join(folder, 'app');
    await symlink(ROOT, app).catch(() => undefined); // there already
    const to = path.join(folder, 'files');
    await writeFiles({ ...options, to, app });
    return to;
  }

  const systemd = toolOf('systemd-analyze', '--version');
  const release = Number(/systemd (\d+)/.exec(systemd ?? '')?.[1] ?? 0);
  /** Since 254: an older one says that it does not know them, and starts again after the same pause each time. */
  const isKnown = (line: string) =>
    release >= 254 || !/Unknown key(?: name)? '(?:RestartSteps|RestartMaxDelaySec)'/.test(line);

  it.skipIf(systemd === null)('the units are units (skipped where systemd-analyze is not installed)', async () => {
    const units = path.join(await written(), 'systemd');
    const verify = (): string[] => {
      const names = ['trame.target', 'trame-backup.timer', ...SERVICES];
      const env = { ...process.env, SYSTEMD_UNIT_PATH: `${units}:` };
      const { stderr } = spawnSync('systemd-analyze', ['verify', ...names], { cwd: units, encoding: 'utf8', env });
      return stderr.split('\n').filter((line) => line.includes('trame') && isKnown(line));
    };
    expect(verify()).toEqual([]);
    const unit = path.join(units, 'trame-cms.service');
    await writeFile(unit, `${textOf('systemd/trame-cms.service')}ProtectSytsem=strict\n`);
    expect(verify().join('\n')).toContain('ProtectSytsem');
  });

  it.skipIf(toolOf('caddy', 'version') === null)(
    'the proxy’s file is one (skipped where caddy is not installed)',
    async () => {
      const file = path.join(await written(), 'caddy/Caddyfile');
      const home = path.join(folder, 'home');
      await mkdir(home, { recursive: true });
      const validate = () =>
        spawnSync('caddy', ['validate', '--adapter', 'caddyfile', '--config', file], {
          encoding: 'utf8',
          env: { ...process.env, HOME: home, XDG_DATA_HOME: home, XDG_CONFIG_HOME: home },
        });
      expect(validate()).toMatchObject({ status: 0 });
      await writeFile(file, textOf('caddy/Caddyfile').replace('reverse_proxy', 'revers_proxy'));
      expect(validate().status).not.toBe(0);
    },
  );

  it.skipIf(toolOf('docker', 'compose', 'version') === null)(
    'the compose file is one (skipped where docker compose is not installed)',
    async () => {
      const file = path.join(await written(), 'containers/compose.yaml');
      const config = () => spawnSync('docker', ['compose', '--file', file, 'config', '--quiet'], { encoding: 'utf8' });
      expect(config()).toMatchObject({ status: 0 });
      await writeFile(file, textOf('containers/compose.yaml').replace('network_mode: none', 'network_mod: none'));
      expect(config().status).not.toBe(0);
    },
  );
});
