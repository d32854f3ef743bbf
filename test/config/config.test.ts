import { isAbsolute, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig, wantsTraces } from '../../server/config.ts';
import { projectRoot } from '../../server/project-root.ts';

function faultsOf(environment: Record<string, string>): string {
  try {
    readConfig(environment);
  } catch (error) {
    return (error as Error).message;
  }
  return '';
}

describe('the configuration', () => {
  it('has a default for everything', () => {
    expect(readConfig({})).toEqual({
      port: 4000,
      host: '127.0.0.1',
      databaseUrl: undefined,
      databaseReplicaUrls: [],
      dataDir: join(projectRoot, '.data'),
      publicUrl: undefined,
      adminKey: undefined,
      logLevel: 'warn',
      trustProxy: false,
      maxUploadBytes: 512 * 1024 * 1024,
      corsOrigins: [],
      otlpEndpoint: undefined,
    });
  });

  it('reads every variable of the contract', () => {
    const config = readConfig({
      PORT: '0',
      HOST: '::1',
      DATABASE_URL: 'postgresql://me:secret@db:5432/tacit',
      DATABASE_REPLICA_URLS: 'postgres://one/tacit, postgres://two/tacit',
      DATA_DIR: '/srv/tacit',
      PUBLIC_URL: 'https://tacit.example.org/',
      ADMIN_KEY: 'a-long-enough-admin-key',
      LOG_LEVEL: 'debug',
      TRUST_PROXY: '2',
      MAX_UPLOAD_BYTES: '3 MB',
      CORS_ORIGINS: 'https://lab.example.org, http://127.0.0.1:8888',
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318',
    });
    expect(config).toEqual({
      port: 0,
      host: '::1',
      databaseUrl: 'postgresql://me:secret@db:5432/tacit',
      databaseReplicaUrls: ['postgres://one/tacit', 'postgres://two/tacit'],
      dataDir: '/srv/tacit',
      publicUrl: 'https://tacit.example.org',
      adminKey: 'a-long-enough-admin-key',
      logLevel: 'debug',
      trustProxy: 2,
      maxUploadBytes: 3 * 1024 * 1024,
      corsOrigins: ['https://lab.example.org', 'http://127.0.0.1:8888'],
      otlpEndpoint: 'http://127.0.0.1:4318',
    });
  });

  it('takes a variable that is set to nothing as not set', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: ' ' })).toEqual(readConfig({}));
  });

  it('is frozen', () => {
    const config = readConfig({});
    expect(Object.isFrozen(config)).toBe(true);
    expect(Object.isFrozen(config.databaseReplicaUrls)).toBe(true);
  });

  it('takes a relative data folder from the project, wherever the command was given', () => {
    const { dataDir } = readConfig({ DATA_DIR: 'elsewhere' });
    expect(isAbsolute(dataDir)).toBe(true);
    expect(dataDir).toBe(join(projectRoot, 'elsewhere'));
  });

  it('names every fault at once: the variable, what it holds, and what would do', () => {
    const faults = faultsOf({
      PORT: '70000',
      HOST: 'not a host',
      DATABASE_URL: 'mysql://db/tacit',
      DATABASE_REPLICA_URLS: 'postgres://fine/x,nonsense',
      PUBLIC_URL: 'tacit.example.org',
      ADMIN_KEY: 'short',
      LOG_LEVEL: 'loud',
      TRUST_PROXY: 'perhaps',
      MAX_UPLOAD_BYTES: 'big',
      CORS_ORIGINS: 'https://lab.example.org/',
      OTEL_EXPORTER_OTLP_ENDPOINT: 'nowhere',
    });
    expect(faults.split('\n')[0]).toBe('The environment has 11 faults:');
    expect(faults).toContain('PORT "70000" is not a port; a number from 0 (any free one) to 65535 would do');
    expect(faults).toContain('DATABASE_REPLICA_URLS is not the address of a PostgreSQL');
    expect(faults).toContain('LOG_LEVEL "loud" is not a level; trace, debug');
    expect(faults).toContain('MAX_UPLOAD_BYTES "big" is not a size');
    expect(faults).toContain('CORS_ORIGINS "https://lab.example.org/" is not the origin of a site');
  });

  it('has no replicas of the embedded database', () => {
    expect(faultsOf({ DATABASE_REPLICA_URLS: 'postgres://one/tacit' })).toMatch(
      /has a fault:\n {2}DATABASE_REPLICA_URLS needs DATABASE_URL/,
    );
  });

  it('never repeats a value that may hold a secret', () => {
    const faults = faultsOf({
      DATABASE_URL: 'hunter2@nowhere',
      DATABASE_REPLICA_URLS: 'http://me:hunter2@db/x',
      ADMIN_KEY: 'hunter2',
      OTEL_EXPORTER_OTLP_ENDPOINT: 'hunter2',
    });
    expect(faults).toContain('4 faults');
    expect(faults).not.toContain('hunter2');
  });

  it.each([
    ['DATABSE_URL', 'DATABASE_URL'],
    ['DATABASE_URI', 'DATABASE_URL'],
    ['database_url', 'DATABASE_URL'],
    ['POTR', 'PORT'],
    ['HSOT', 'HOST'],
    ['DATADIR', 'DATA_DIR'],
    ['TRUSTPROXYS', 'TRUST_PROXY'],
  ])('asks whether %s was meant to be %s', (given, meant) => {
    expect(faultsOf({ [given]: 'x' })).toContain(`${given} is not read by Tacit; did you mean ${meant}?`);
  });

  it('leaves alone what others put in the environment', () => {
    const ordinary = [
      'PATH',
      'HOME',
      'HOSTNAME',
      'HOSTTYPE',
      'POST',
      'PORTS',
      'LANG',
      'SHLVL',
      'TERM',
      'PWD',
      'npm_config_port',
    ];
    expect(faultsOf(Object.fromEntries(ordinary.map((name) => [name, 'x'])))).toBe('');
    expect(faultsOf({ DATABASE_URL: 'postgres://db/x', DATABASE_URI: 'postgres://other/x' })).toBe('');
  });

  it('tells before it is read whether stack traces are wanted', () => {
    expect(wantsTraces({ LOG_LEVEL: 'debug' })).toBe(true);
    expect(wantsTraces({})).toBe(false);
  });
});
