import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { collectedDatasets, collectors } from '../../electron/backend/collectors/index.ts';
import {
  CREDENTIAL_OPERATIONS,
  credentialOperationsIn,
  HARMLESS_OPERATIONS,
} from '../helpers/credential-operations.ts';
import { projectRoot, readSourceTree } from '../helpers/source-tree.ts';

const SOUNDS_LIKE_A_CREDENTIAL =
  /Token|Credential|Password|Secret|Login|ApiKey|AccessKey|DataKey|KeyPair|Assume|CreateSession|Private|Federat|Presign|SignedUrl|ClientConfiguration|Mac$|MFADevice|SigningCert/i;

const sources = readSourceTree(['electron']).filter(
  ({ path: file }) => !file.startsWith('electron/backend/demo/'),
);
const clients = new Set(
  sources
    .flatMap(({ imports }) => imports.map(({ specifier }) => specifier))
    .flatMap((specifier) => /^@aws-sdk\/client-(.+)$/.exec(specifier)?.[1] ?? []),
);
const forbidden = Object.entries(CREDENTIAL_OPERATIONS).flatMap(([service, operations]) =>
  operations.map((operation) => ({ service, operation })),
);

function operationsOf(client: string): readonly string[] {
  const folder = path.join(projectRoot, `node_modules/@aws-sdk/client-${client}`);
  return readdirSync(path.join(folder, 'dist-types/commands')).flatMap(
    (file) => /^(\w+)Command\.d\.ts$/.exec(file)?.[1] ?? [],
  );
}

describe('no code calls an operation that gives, makes or resets a credential', () => {
  it('in the whole of the hosts and the backend', () => {
    expect(sources.length).toBeGreaterThan(100);
    const found = sources
      .map(({ path: file, text }) => ({ file, operations: credentialOperationsIn(text) }))
      .filter(({ operations }) => operations.length > 0);
    expect(found).toEqual([]);
  });

  it('and no collector declares one', () => {
    const declared = collectedDatasets.flatMap((dataset) => collectors[dataset].iamActions);
    const names = new Set(forbidden.map(({ operation }) => operation));
    expect(declared.filter((action) => names.has(action.split(':')[1] ?? ''))).toEqual([]);
  });
});

describe('a call would be found', () => {
  it.each(forbidden)('$service $operation', ({ service, operation }) => {
    const method = `${operation.charAt(0).toLowerCase()}${operation.slice(1)}`;
    const action = `${service.replace('-control', '')}:${operation}`;
    const calls = [
      `await client.${method}({ name }, options);`,
      `await client?.["${method}"]({});`,
      `const { ${method} } = client;`,
      `client.send(new ${operation}Command({}));`,
      `await context.call('${action}', send);`,
      `await call(\n  '${action}',\n  send,\n);`,
    ];
    for (const text of calls) expect(credentialOperationsIn(text), text).toContain(operation);
  });

  it('and a name in a list of events or in a sentence is none', () => {
    const text = `const EVENTS = ['GetSessionToken', 'CreateAccessKey']; // never GetResourceApiKey`;
    expect(credentialOperationsIn(text)).toEqual([]);
  });
});

describe('the list is whole', () => {
  it('names operations that exist, of every client that is loaded', () => {
    expect(clients.size).toBeGreaterThan(15);
    const misspelt = forbidden
      .filter(({ service }) => clients.has(service))
      .filter(({ service, operation }) => !operationsOf(service).includes(operation));
    expect(misspelt).toEqual([]);
  });

  it('the client that issues tokens is not among them', () => {
    expect(clients).not.toContain('bedrock-agentcore');
    expect(clients).not.toContain('sso');
    expect(clients).not.toContain('secrets-manager');
  });

  it.each([...clients].sort())('%s: all that sounds like a credential is judged', (client) => {
    const known = CREDENTIAL_OPERATIONS[client] ?? [];
    const unjudged = operationsOf(client)
      .filter((operation) => SOUNDS_LIKE_A_CREDENTIAL.test(operation))
      .filter((operation) => !known.includes(operation))
      .filter((operation) => !HARMLESS_OPERATIONS.some((harmless) => harmless.test(operation)));
    expect(unjudged).toEqual([]);
  });
});
