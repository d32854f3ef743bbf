import { isAbsolute } from 'node:path';
import { z } from 'zod';
import { nearMisses } from './config-names.ts';
import { StartFailure } from './errors/start-failure.ts';
import { projectPath } from './project-root.ts';

const byteUnits = { '': 1, KB: 1024, MB: 1024 ** 2, GB: 1024 ** 3 } as const;

const databaseUrl = z.string().refine((text) => /^postgres(ql)?:$/.test(URL.parse(text)?.protocol ?? ''), {
  error: 'is not the address of a PostgreSQL; one reads postgresql://user:password@host:5432/database',
});

/** One rule a variable. Messages never repeat a value that may hold a password. */
const variables = z.object({
  PORT: z
    .string()
    .refine((text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535, {
      error: shown('is not a port; a number from 0 (any free one) to 65535 would do'),
    })
    .transform(Number)
    .default(4000),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, {
      error: shown('is not an address to listen on; 127.0.0.1 (this machine) or 0.0.0.0 (all) would do'),
    })
    .default('127.0.0.1'),
  DATABASE_URL: databaseUrl.optional(),
  DATABASE_REPLICA_URLS: z
    .string()
    .transform((text) => text.split(',').map((url) => url.trim()))
    .pipe(
      z.array(databaseUrl, {
        error: 'is not a list of PostgreSQL addresses with commas between them',
      }),
    )
    .default([]),
  DATA_DIR: z
    .string()
    .default('.data')
    .transform((path) => (isAbsolute(path) ? path : projectPath(path))),
  PUBLIC_URL: z
    .string()
    .refine(
      (text) => /^https?:$/.test(URL.parse(text)?.protocol ?? '') && URL.parse(text)?.pathname === '/',
      {
        error: shown(
          'is not the address of a site; one like https://tacit.example.org, without a path, would do',
        ),
      },
    )
    .transform((text) => new URL(text).origin)
    .optional(),
  ADMIN_KEY: z
    .string()
    .min(16, { error: 'is shorter than 16 characters; a long random one would do' })
    .optional(),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], {
      error: shown('is not a level; trace, debug, info, warn, error, fatal or silent would do'),
    })
    .default('warn'),
  TRUST_PROXY: z
    .string()
    .regex(/^(true|false|\d{1,2}|[\da-fA-F.:]+(\/\d{1,3})?(,\s*[\da-fA-F.:]+(\/\d{1,3})?)*)$/, {
      error: shown(
        'is not a rule for proxies; true, false, how many stand before this server, or their addresses ' +
          'with commas between them would do',
      ),
    })
    .transform(readTrust)
    .default(false),
  MAX_UPLOAD_BYTES: z
    .string()
    .regex(/^[1-9]\d{0,14}\s*(KB|MB|GB)?$/i, {
      error: shown('is not a size; a number of bytes, or one like 200MB, would do'),
    })
    .transform(readBytes)
    .default(512 * byteUnits.MB),
  CORS_ORIGINS: z
    .string()
    .transform((text) => text.split(',').map((origin) => origin.trim()))
    .pipe(
      z.array(
        z.string().refine((text) => text === '*' || isOrigin(text), {
          error: shown(
            'is not the origin of a site; * (all), or ones like https://lab.example.org with commas between them, would do',
          ),
        }),
      ),
    )
    .default([]),
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .string()
    .refine((text) => /^https?:$/.test(URL.parse(text)?.protocol ?? ''), {
      error: 'is not the address of a collector; one like http://127.0.0.1:4318 would do',
    })
    .optional(),
});

type Environment = Readonly<Record<string, string | undefined>>;

export type LogLevel = z.output<typeof variables>['LOG_LEVEL'];

export interface Config {
  readonly port: number;
  readonly host: string;
  /** Unset: the embedded PostgreSQL. */
  readonly databaseUrl: string | undefined;
  readonly databaseReplicaUrls: readonly string[];
  /** Absolute. */
  readonly dataDir: string;
  /** The origin that visitors use, where a proxy stands between. */
  readonly publicUrl: string | undefined;
  readonly adminKey: string | undefined;
  readonly logLevel: LogLevel;
  /** As Fastify's trustProxy. */
  readonly trustProxy: boolean | number | string;
  readonly maxUploadBytes: number;
  /** Origins whose pages may ask the API from a browser; `*` is all. */
  readonly corsOrigins: readonly string[];
  readonly otlpEndpoint: string | undefined;
}

/** Reads the environment; throws one StartFailure that names every fault. */
export function readConfig(environment: Environment = process.env): Config {
  const names = Object.keys(variables.shape);
  // Set to nothing means not set, as in most shells and compose files.
  const given = Object.fromEntries(names.map((name) => [name, environment[name]?.trim() || undefined]));
  const result = variables.safeParse(given);
  const faults = [
    ...(result.error?.issues ?? []).map((issue) => `${issue.path[0]?.toString()} ${issue.message}`),
    ...nearMisses(environment, names),
    ...(given['DATABASE_REPLICA_URLS'] && !given['DATABASE_URL']
      ? ['DATABASE_REPLICA_URLS needs DATABASE_URL, whose replicas they are: the embedded database has none']
      : []),
  ];
  if (!result.success || faults.length > 0) {
    throw new StartFailure(
      [`The environment has ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}:`, ...faults].join(
        '\n  ',
      ),
    );
  }
  const read = result.data;
  return Object.freeze({
    port: read.PORT,
    host: read.HOST,
    databaseUrl: read.DATABASE_URL,
    databaseReplicaUrls: Object.freeze(read.DATABASE_REPLICA_URLS),
    dataDir: read.DATA_DIR,
    publicUrl: read.PUBLIC_URL,
    adminKey: read.ADMIN_KEY,
    logLevel: read.LOG_LEVEL,
    trustProxy: read.TRUST_PROXY,
    maxUploadBytes: read.MAX_UPLOAD_BYTES,
    corsOrigins: Object.freeze(read.CORS_ORIGINS),
    otlpEndpoint: read.OTEL_EXPORTER_OTLP_ENDPOINT,
  });
}

/** The variables that this process was given, for commands that hand them on to `readConfig`. */
export const processEnvironment: Environment = process.env;

/** Whether whoever starts us wants stack traces: asked before the rest is read, which may itself fail. */
export function wantsTraces(environment: Environment = process.env): boolean {
  return ['debug', 'trace'].includes(environment['LOG_LEVEL'] ?? '');
}

/** Sets what a library reads from the environment. */
export function setForLibrary(values: Readonly<Record<string, string>>): void {
  Object.assign(process.env, values);
}

/** A message that repeats the value, for variables that hold no secret. */
function shown(message: string): (issue: { input?: unknown }) => string {
  return ({ input }) => `"${String(input).slice(0, 80)}" ${message}`;
}

/** Scheme, host and port alone: a path or a slash at the end would never match what a browser sends. */
function isOrigin(text: string): boolean {
  return /^https?:/.test(text) && URL.parse(text)?.origin === text;
}

function readTrust(text: string): boolean | number | string {
  if (text === 'true') return true;
  if (text === 'false') return false;
  return /^\d{1,2}$/.test(text) ? Number(text) : text;
}

function readBytes(text: string): number {
  const [, digits = '0', unit = ''] = /^(\d+)\s*([KMG]B)?$/i.exec(text) ?? [];
  return Number(digits) * byteUnits[unit.toUpperCase() as keyof typeof byteUnits];
}
