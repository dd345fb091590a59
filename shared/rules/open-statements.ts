import type { Statement } from '../access/policy/policy.ts';
import { readPolicy } from '../access/policy/read-policy.ts';
import { callerLimit, namesSource } from './guarded-statement.ts';

/** Whom a resource policy lets in beyond what was decided, in words; none is well. */
export interface OpenStatements {
  /** Why it could not be judged; null where it was. */
  readonly problem: string | null;
  /** As `anybody` or `account 999900001111`. */
  readonly open: readonly string[];
  /** Statements that allow something. */
  readonly allowing: number;
}

/**
 * Reads a resource policy for statements that let in everybody, accounts other than `accountId`
 * or a service on behalf of anybody, without a condition on organisation, account or source.
 */
export function openStatements(document: string, accountId: string): OpenStatements {
  const { statements, problems } = readPolicy(document, 'resource');
  const problem = problems.find(({ severity }) => severity === 'error');
  if (problem !== undefined) {
    return { problem: `${problem.path || 'the policy'} ${problem.message}`, open: [], allowing: 0 };
  }
  const allowing = statements.filter(({ effect }) => effect === 'Allow');
  const open = allowing.flatMap((statement) => openTo(statement, accountId));
  return { problem: null, open: [...new Set(open)], allowing: allowing.length };
}

function openTo(statement: Statement, accountId: string): readonly string[] {
  const { principals } = statement;
  if (principals === null) return [];
  const services = namesSource(statement)
    ? []
    : principals.services.map((service) => `${service} on behalf of any account`);
  if (callerLimit(statement) !== null) return services;
  if (principals.everyone || principals.except) return ['anybody', ...services];
  const accounts = principals.aws.map(accountOf).filter((account) => account !== accountId);
  return [...accounts.map((account) => `account ${account}`), ...services];
}

function accountOf(principal: string): string {
  return principal.startsWith('arn:') ? (principal.split(':')[4] ?? principal) : principal;
}
