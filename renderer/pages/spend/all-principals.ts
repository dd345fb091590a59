import type { PrincipalUsage } from '../../../shared/api/answers.ts';
import type { Call, Input } from '../../../shared/api/contract.ts';
import { unwrap } from '../../../shared/api/result.ts';

const PAGE_ROWS = 500;

/**
 * Every principal of a question, page after page.
 * @throws AppError when the backend cannot answer a page.
 */
export async function allPrincipals(
  call: Call,
  question: Omit<Input<'principals.list'>, 'offset' | 'limit'>,
): Promise<readonly PrincipalUsage[]> {
  const rows: PrincipalUsage[] = [];
  for (;;) {
    const input = { ...question, offset: rows.length, limit: PAGE_ROWS };
    const page = unwrap(await call('principals.list', input));
    rows.push(...page.rows);
    if (page.rows.length === 0 || rows.length >= page.total) return rows;
  }
}
