import type { AccessModel } from '../../../../shared/access/catalogue/route.ts';
import type { AccessPrincipal } from '../../../../shared/access/world/access-world.ts';
import { roleOfSession } from '../../../../shared/cost/teams/principal-names.ts';
import { AppError } from '../../../../shared/model/app-error.ts';
import { canonicalBaseModelId } from '../../../../shared/model/model-id.ts';
import { principalWithoutPath } from '../../../../shared/model/principal.ts';
import type { AccessBase } from './access-base.ts';

/** Names that an error lists. */
const MOST_NAMED = 5;

/**
 * The user or role that a text names: an ARN, with or without path; a session's ARN; a name that only
 * one of them has.
 * @throws AppError `not-found` naming what comes near.
 */
export function findPrincipal({ world, takenAt }: AccessBase, text: string): AccessPrincipal {
  if (takenAt === null) throw nothingRead();
  const { principals } = world;
  const bare = principalWithoutPath(roleOfSession(text));
  const byArn =
    principals.find(({ arn }) => arn === text) ??
    principals.find(({ arn }) => principalWithoutPath(arn) === bare);
  if (byArn !== undefined) return byArn;
  const named = principals.filter(
    ({ name, arn }) => name === text || name === `${text} (SSO)` || arn.endsWith(`/${text}`),
  );
  const [only, second] = named;
  if (only !== undefined && second === undefined) return only;
  if (only !== undefined) {
    const arns = some(named.map(({ arn }) => arn));
    throw new AppError(
      'not-found',
      `${named.length} principals are called '${text}': ${arns}. Name one by its ARN.`,
    );
  }
  throw new AppError(
    'not-found',
    `No user or role is '${text.slice(0, 200)}'.${near(principals, text)}`,
  );
}

/**
 * The model that a text names: an id in any spelling, a profile's id, an ARN, a label.
 * @throws AppError `not-found` saying what can be named.
 */
export function findModel({ catalogue, world, takenAt }: AccessBase, text: string): AccessModel {
  if (takenAt === null) throw nothingRead();
  const { models } = catalogue;
  const lower = text.toLowerCase();
  const id = canonicalBaseModelId(text);
  const found =
    models.find(({ modelId }) => modelId === text) ??
    models.find(({ modelId }) => modelId === id) ??
    models.find(({ label }) => label.toLowerCase() === lower) ??
    models.find(({ modelId }) => modelId === servedBy(catalogue, world, text));
  if (found !== undefined) return found;
  const close = models.filter(({ modelId, label }) =>
    `${modelId} ${label}`.toLowerCase().includes(lower),
  );
  const [only, second] = close;
  if (only !== undefined && second === undefined) return only;
  const ids = close.length === 0 ? '' : ` It may be ${some(close.map(({ modelId }) => modelId))}.`;
  throw new AppError(
    'not-found',
    `No model that was read is '${text.slice(0, 200)}'.${ids} \`assay prices\` and the page Models list ids.`,
  );
}

/** The model behind a profile, router or capacity. */
function servedBy(
  catalogue: AccessBase['catalogue'],
  world: AccessBase['world'],
  called: string,
): string | null {
  for (const accountId of new Set(world.principals.map((principal) => principal.accountId))) {
    const route = catalogue.routesIn(accountId).find((one) => one.called === called);
    if (route !== undefined) return route.modelId;
  }
  return null;
}

function near(principals: readonly AccessPrincipal[], text: string): string {
  const lower = text.toLowerCase();
  const close = principals.filter(({ arn }) => arn.toLowerCase().includes(lower));
  if (close.length > 0) return ` It may be ${some(close.map(({ arn }) => arn))}.`;
  return ' Name one by its ARN, or by its name; `assay who-can` lists them.';
}

function some(texts: readonly string[]): string {
  const more = texts.length - MOST_NAMED;
  return `${texts.slice(0, MOST_NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function nothingRead(): AppError {
  return new AppError(
    'not-found',
    'No users, roles and policies were read yet. Scan an account with iam:GetAccountAuthorizationDetails.',
  );
}
