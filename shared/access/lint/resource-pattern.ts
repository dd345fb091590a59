import {
  KNOWN_SERVICES,
  RESOURCE_TYPES,
  type ResourceTypeFacts,
} from '../data/service-reference.ts';
import { segments } from '../matching/match-arn.ts';

/** A pattern of a `Resource` element, seen for what it can name. */
export interface ResourcePattern {
  readonly text: string;
  /** The six parts of the ARN, variables as `*`; null where it has fewer. */
  readonly parts: ArnParts | null;
  /**
   * `anything`: wildcards stand where a service or a kind of resource does; `known`: a service whose
   * resources are known; `other`: another one, or no ARN.
   */
  readonly reach: 'anything' | 'known' | 'other';
  /** The kinds of resources that it can name, where it reaches a known service. */
  readonly types: readonly ResourceTypeFacts[];
}

/** The parts of an ARN pattern. */
export interface ArnParts {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
  readonly resource: string;
}

/** Reads a pattern of a `Resource` element. */
export function readResourcePattern(text: string): ResourcePattern {
  const plain = text.replace(/\$\{[^{}]*\}/g, '*');
  const [arn = '', partition = '', service = '', region = '', account = '', ...rest] =
    segments(plain);
  const [resource] = rest;
  if (resource === undefined) {
    const open =
      plain.endsWith('*') && (service === '' || hasWildcard(service) || isKnown(service));
    return { text, parts: null, reach: open ? 'anything' : 'other', types: [] };
  }
  const parts =
    arn === 'arn' || hasWildcard(arn) ? { partition, service, region, account, resource } : null;
  if (hasWildcard(service)) return { text, parts, reach: 'anything', types: [] };
  if (!isKnown(service)) return { text, parts, reach: 'other', types: [] };
  if (/^\*+$/.test(resource)) return { text, parts, reach: 'anything', types: [] };
  return { text, parts, reach: 'known', types: typesNamed(service, resource) };
}

function isKnown(service: string): boolean {
  return KNOWN_SERVICES.includes(service);
}

/** Whether a part of a pattern can stand for several texts. */
export function hasWildcard(text: string): boolean {
  return text.includes('*') || text.includes('?');
}

/** The kinds of resources of a service whose ARNs can end so. */
function typesNamed(service: string, resource: string): readonly ResourceTypeFacts[] {
  return RESOURCE_TYPES.filter(
    (type) => type.service === service && canName(resource, resourceForm(type)),
  );
}

/** What stands behind the account in the ARNs of a kind of resource, `${...}` for what differs. */
export function resourceForm({ arn }: ResourceTypeFacts): string {
  return segments(arn)[5] ?? '';
}

/**
 * Whether a pattern can name resources of a form, by what stands between slashes: a wildcard may
 * stand for any number of these. What is not compared is taken to fit.
 */
function canName(pattern: string, form: string): boolean {
  const forms = form.split('/');
  const given = pattern.split('/', forms.length + 1);
  for (const [index, part] of given.entries()) {
    const literal = (forms[index] ?? '').replace(/\$\{.*$/, '');
    const isFixed = literal === forms[index];
    if (hasWildcard(part)) return fits(part.replace(/[*?].*$/, ''), literal, isFixed);
    if (index >= forms.length || (isFixed && part !== literal)) return false;
  }
  return given.length === forms.length;
}

/** Whether what stands before a wildcard is the beginning of the form, or goes on behind its fixed part. */
function fits(start: string, literal: string, isFixed: boolean): boolean {
  return literal.startsWith(start) || (!isFixed && start.startsWith(literal));
}
