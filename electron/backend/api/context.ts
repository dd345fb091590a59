import type { Connection } from '../../../shared/api/answers.ts';
import type { Api, Method } from '../../../shared/api/contract.ts';
import { AppError } from '../../../shared/model/app-error.ts';
import type { OpenWorkspace, WorkspaceHost } from '../workspace/open-workspace.ts';
import type { Registry } from '../workspace/registry.ts';
import type { PriceBooks } from './price-books.ts';

/** What the methods of the contract work with. */
export interface ApiContext {
  readonly host: WorkspaceHost;
  readonly version: string;
  readonly registry: Registry;
  /** The bundled prices with what the workspace's own readings add to them. */
  readonly prices: PriceBooks;
  /** The workspace that is open now. */
  readonly workspace: () => OpenWorkspace;
  /** Closes the open workspace and opens another; keeps the open one when that fails. */
  readonly switchTo: (open: () => Promise<OpenWorkspace>) => Promise<OpenWorkspace>;
}

/** Some methods of the contract. */
export type ApiPart<M extends Method> = Pick<Api, M>;

/** @throws AppError `not-found` when the workspace has no such connection. */
export function connectionById(context: ApiContext, id: string): Connection {
  const { connections } = context.workspace().file.current();
  const found = connections.find((connection) => connection.id === id);
  if (found !== undefined) return found;
  throw new AppError('not-found', 'This connection is not in the workspace any more. Reload.');
}
