import { PARTITIONS } from '../../../model/partition.ts';
import { isRegionCode } from '../../../model/region-code.ts';
import {
  KNOWN_SERVICES,
  RESOURCE_TYPES,
  type ResourceTypeFacts,
} from '../../data/service-reference.ts';
import { segments } from '../../matching/match-arn.ts';
import type { Found, LintCheck } from '../linted-policy.ts';
import { nearestName } from '../nearest-name.ts';
import {
  type ArnParts,
  hasWildcard,
  type ResourcePattern,
  resourceForm,
} from '../resource-pattern.ts';
import { quoted } from '../words.ts';

/** An ARN that no resource has: parts that are missing, that are too many, or that do not exist. */
export const arnForm: LintCheck = {
  id: 'arn-form',
  *run({ statements }) {
    for (const { targets, resourcePath } of statements) {
      for (const [index, target] of targets.entries()) {
        const wrong = wrongWith(target);
        if (wrong === null) continue;
        const message = `${quoted(target.text)} matches nothing: ${wrong.why}.`;
        const path = `${resourcePath}[${index}]`;
        yield { severity: 'error', path, message, remedy: wrong.remedy } satisfies Found;
      }
    }
  },
};

interface Wrong {
  readonly why: string;
  readonly remedy: string;
}

function wrongWith(target: ResourcePattern): Wrong | null {
  const { parts, text, types, reach } = target;
  if (parts === null) return wrongWhole(text, reach);
  const { partition, service, account, region } = parts;
  if (!hasWildcard(partition) && !PARTITIONS.some((known) => known === partition)) {
    return { why: `AWS has no partition ${quoted(partition)}`, remedy: 'Write arn:aws:…' };
  }
  if (service.startsWith('bedrock') && !hasWildcard(service) && !KNOWN_SERVICES.includes(service)) {
    return {
      why: `ARNs have no service ${quoted(service)}`,
      remedy: 'Resources of bedrock-runtime and bedrock-agent have bedrock in their ARNs.',
    };
  }
  if (reach !== 'known') return null;
  if (types.length === 0) return noSuchType(parts);
  if (region !== '' && !hasWildcard(region) && !isRegionCode(region)) {
    return { why: `${quoted(region)} is no Region`, remedy: 'Write a Region code, or * for any.' };
  }
  if (!hasWildcard(account) && !/^(\d{12}|aws|)$/.test(account)) {
    return { why: `${quoted(account)} is no account id`, remedy: 'Write twelve digits, or *.' };
  }
  return wrongAccount(parts, types) ?? wrongRegion(parts, types);
}

function wrongWhole(text: string, reach: ResourcePattern['reach']): Wrong | null {
  if (text === '*' || reach === 'anything') return null;
  if (text.startsWith('arn:') && text.endsWith('*')) return null;
  return text.startsWith('arn:')
    ? { why: 'an ARN has six parts', remedy: 'Write arn:aws:service:Region:account:resource.' }
    : { why: 'it is no ARN', remedy: 'Write the whole ARN, or * for every resource.' };
}

function noSuchType({ service, resource }: ArnParts): Wrong {
  const kind = resource.split('/', 1)[0] ?? '';
  const kinds = RESOURCE_TYPES.filter((type) => type.service === service).map(
    (type) => resourceForm(type).split('/', 1)[0] ?? '',
  );
  const near = kinds.includes(kind) ? null : nearestName(kind, kinds);
  return {
    why: kinds.includes(kind)
      ? `no ARN of ${service} that begins with ${kind}/ goes on like this`
      : `${service} has no resources of the kind ${quoted(kind)}`,
    remedy:
      near === null
        ? 'Look the form of the ARN up in the Service Authorization Reference.'
        : `Write ${near}/…`,
  };
}

/** What stands for the account in the ARNs of most resources. */
const ACCOUNT = `\${Account}`;

function wrongAccount({ account }: ArnParts, types: readonly ResourceTypeFacts[]): Wrong | null {
  const wanted = new Set(types.map((type) => segments(type.arn)[4] ?? ''));
  const given = account === '' || account === 'aws' ? account : ACCOUNT;
  if (hasWildcard(account) || wanted.has(given)) return null;
  const name = types[0]?.name ?? '';
  if (wanted.has(ACCOUNT)) {
    return {
      why: `the ARN of a resource of the kind ${name} has an account id`,
      remedy: 'Put the account id before the last colon, or * for any.',
    };
  }
  if (wanted.has('aws')) {
    return { why: `a ${name} belongs to AWS`, remedy: 'Write aws in place of the account id.' };
  }
  return {
    why: `the ARN of a resource of the kind ${name} has no account id`,
    remedy: 'Leave the account id out: two colons stand before the resource.',
  };
}

/** Of foundation models, global profiles ask for the ARN without a Region. (Global cross-Region inference.) */
function wrongRegion({ region }: ArnParts, types: readonly ResourceTypeFacts[]): Wrong | null {
  if (hasWildcard(region)) return null;
  const name = types[0]?.name ?? '';
  const hasRegion = types.some((type) => segments(type.arn)[3] !== '');
  if (region === '' && hasRegion && !types.some((type) => type.id === 'bedrock:foundation-model')) {
    return {
      why: `the ARN of a resource of the kind ${name} has a Region`,
      remedy: 'Put the Region behind the service, or * for any.',
    };
  }
  if (region !== '' && !hasRegion) {
    return {
      why: `the ARN of a resource of the kind ${name} has no Region`,
      remedy: 'Leave the Region out: two colons stand behind the service.',
    };
  }
  return null;
}
