import { execFile } from 'node:child_process';
import { chmod, cp, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { Ajv, type AnySchema, type ValidateFunction } from 'ajv';
import { parse } from 'yaml';
import { nodeOptions } from '../../apps/cli/src/serve/api-process.js';

interface Service {
  readonly image: string;
  readonly user?: string;
  readonly read_only?: boolean;
  readonly privileged?: boolean;
  readonly cap_add?: readonly string[];
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly secrets?: readonly string[];
  readonly networks?: readonly string[];
  readonly healthcheck?: object;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
}
interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean }>>;
  readonly volumes: Readonly<Record<string, object>>;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
}

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string) => readFile(join(root, path), 'utf8');
let compose: Compose;
let isCompose: ValidateFunction;

beforeAll(async () => {
  // Merge keys are YAML 1.1, and Docker resolves them; so does this parser when it is asked to.
  compose = parse(await read('docker-compose.yml'), { merge: true }) as Compose;
  // compose-spec/compose-spec 170098b, schema/compose-spec.json, Apache-2.0. Its `$schema` names draft 7 by
  // an address that ajv does not know.
  const schema = without(
    JSON.parse(await read('test/architecture/compose-spec.schema.json')) as object,
    '$schema',
  );
  isCompose = new Ajv({ allErrors: true, strict: false, validateFormats: false }).compile(
    schema as AnySchema,
  );
});

const service = (name: string): Service => {
  const found = compose.services[name];
  if (found === undefined) throw new Error(`no service ${name}`);
  return found;
};
const without = (whole: object, key: string): object =>
  Object.fromEntries(Object.entries(whole).filter(([name]) => name !== key));
const names = () => Object.keys(compose.services);

describe('docker-compose.yml', () => {
  test('is what the compose specification allows', () => {
    expect(isCompose(compose) ? [] : isCompose.errors).toEqual([]);
  });

  test('would not be, with a misspelt key', () => {
    const api = { ...without(service('api'), 'read_only'), readonly: true };
    expect(isCompose({ ...compose, services: { ...compose.services, api } })).toBe(false);
  });

  test('names only volumes, networks, secrets and services that it declares', () => {
    for (const one of Object.values(compose.services)) {
      for (const network of one.networks ?? []) expect(compose.networks).toHaveProperty(network);
      for (const secret of one.secrets ?? []) expect(compose.secrets).toHaveProperty(secret);
      for (const other of Object.keys(one.depends_on ?? {})) expect(compose.services).toHaveProperty(other);
      for (const [source = ''] of (one.volumes ?? []).map((volume) => volume.split(':'))) {
        if (!source.startsWith('./')) expect(compose.volumes).toHaveProperty(source);
      }
    }
  });

  test('confines every container', () => {
    for (const name of names()) {
      const one = service(name);
      expect({ name, ...one }).toMatchObject({
        name,
        read_only: true,
        cap_drop: ['ALL'],
        security_opt: ['no-new-privileges:true'],
      });
      expect(one.user).toMatch(/^[1-9]\d*:[1-9]\d*$/);
      expect(one.privileged).toBeUndefined();
      expect(one.cap_add ?? []).toEqual(name === 'proxy' ? ['NET_BIND_SERVICE'] : []);
    }
  });

  test('publishes the proxy alone, and keeps PostgreSQL where the proxy cannot reach it', () => {
    expect(names().filter((name) => service(name).ports !== undefined)).toEqual(['proxy']);
    const shared = (left: string, right: string) =>
      (service(left).networks ?? []).filter((one) => service(right).networks?.includes(one));
    expect(shared('proxy', 'postgres')).toEqual([]);
    expect(shared('proxy', 'api')).toEqual(['front']);
    expect(shared('api', 'postgres')).toEqual(['data']);
    for (const network of ['front', 'data']) expect(compose.networks[network]).toEqual({ internal: true });
    for (const name of names()) expect(service(name).networks).not.toHaveLength(0);
  });

  test('gives the keyring to the API alone, in a volume of its own', () => {
    const holders = names().filter((name) =>
      service(name).volumes?.some((volume) => volume.startsWith('keys:')),
    );
    expect(holders).toEqual(['api']);
    expect(service('api').volumes).toEqual([
      `keys:${String(service('api').environment?.['SITUATION_TABLE_KEYS'])}`,
      `checkpoints:${String(service('api').environment?.['SITUATION_TABLE_CHECKPOINTS'])}`,
    ]);
  });

  test('passes secrets as files, each to whom it concerns', () => {
    const given = Object.fromEntries(names().map((name) => [name, service(name).secrets ?? []]));
    expect(given).toEqual({
      proxy: [],
      api: ['database_url', 'authn_url', 'job_url'],
      migrate: ['migrator_url'],
      postgres: ['superuser_password'],
      roles: ['superuser_url', 'migrator_url', 'database_url', 'authn_url', 'job_url'],
    });
    for (const name of names()) {
      for (const [variable, value] of Object.entries(service(name).environment ?? {})) {
        expect(`${variable}=${value}`).not.toMatch(/(?<!_FILE)=.*(postgres:\/\/|\/run\/secrets)|PASSWORD=/);
        const secret = /^\/run\/secrets\/(.+)$/.exec(value)?.[1];
        if (secret !== undefined) expect(given[name]).toContain(secret);
      }
    }
  });

  test('starts in order: PostgreSQL, its roles, the migration, the API, the proxy; each long-lived one with a health check', () => {
    expect(service('roles').depends_on).toEqual({ postgres: { condition: 'service_healthy' } });
    expect(service('migrate').depends_on).toEqual({ roles: { condition: 'service_completed_successfully' } });
    expect(service('api').depends_on).toEqual({ migrate: { condition: 'service_completed_successfully' } });
    expect(service('proxy').depends_on).toEqual({ api: { condition: 'service_healthy' } });
    expect(
      names()
        .filter((name) => service(name).healthcheck !== undefined)
        .sort(),
    ).toEqual(['api', 'postgres', 'proxy']);
  });
});

describe('docker/secrets.sh', () => {
  test('makes every secret once, in a folder that only its owner may enter', async () => {
    const base = await mkdtemp(join(tmpdir(), 'secrets-'));
    try {
      await cp(join(root, 'docker/secrets.sh'), join(base, 'secrets.sh'));
      await chmod(join(base, 'secrets.sh'), 0o700);
      const run = () => promisify(execFile)(join(base, 'secrets.sh'));
      const contents = async () =>
        Promise.all(
          (await readdir(join(base, 'secrets')))
            .sort()
            .map(async (name) => [
              `./docker/secrets/${name}`,
              await readFile(join(base, 'secrets', name), 'utf8'),
            ]),
        );
      await run();
      const first = await contents();
      expect(first.map(([name]) => name)).toEqual(
        Object.values(compose.secrets)
          .map((secret) => secret.file)
          .sort(),
      );
      expect((await stat(join(base, 'secrets'))).mode & 0o777).toBe(0o700);
      const passwords = first.map(([, text = '']) => /(?::\/\/\w+:|^)([0-9a-f]{64})(?:@|$)/.exec(text)?.[1]);
      expect(passwords).not.toContain(undefined);
      expect(new Set(passwords).size).toBe(5);
      await run();
      expect(await contents()).toEqual(first);
    } finally {
      await rm(base, { recursive: true, force: true });
    }
  });
});

describe('docker/api.Dockerfile', () => {
  test('starts the API with the options that npm start gives it', async () => {
    const command = /^CMD (\[.*\])$/m.exec(await read('docker/api.Dockerfile'))?.[1];
    expect(JSON.parse(command ?? '[]')).toEqual(['node', ...nodeOptions, 'dist/apps/api/src/main.js']);
  });
});
