import type { Operation } from '../service.ts';
import type { WireRequest } from '../wire-request.ts';
import type { Input } from './input.ts';

/** One route of a REST service: `GET /guardrails/{guardrailIdentifier}`. */
export interface Route {
  readonly operation: string;
  readonly method: string;
  readonly template: string;
}

/** The routes of operations that say their method and path. */
export function routesOf(operations: Readonly<Record<string, Operation>>): readonly Route[] {
  return Object.entries(operations).flatMap(([operation, { http = [] }]) =>
    [http].flat().flatMap((route) => {
      const [method, template] = route.split(' ');
      return method === undefined || template === undefined
        ? []
        : [{ operation, method, template }];
    }),
  );
}

/** A route made ready for matching. */
export interface CompiledRoute {
  readonly operation: string;
  readonly method: string;
  readonly pattern: RegExp;
  readonly labels: readonly string[];
}

/** Makes a route ready; a label is one path segment, with `%2F` for slashes inside it. */
export function compileRoute(route: Route): CompiledRoute {
  const labels = Array.from(route.template.matchAll(/\{(\w+)\}/g), (match) => match[1] ?? '');
  const pattern = new RegExp(`^${route.template.replace(/\{\w+\}/g, '([^/]+)')}/?$`);
  return { operation: route.operation, method: route.method, pattern, labels };
}

/** The operation whose route fits, with its path labels decoded; null when none fits. */
export function matchRoute(
  routes: readonly CompiledRoute[],
  request: Pick<WireRequest, 'method' | 'path'>,
): { readonly operation: string; readonly labels: Input } | null {
  for (const route of routes) {
    const match = route.method === request.method ? route.pattern.exec(request.path) : null;
    if (match !== null) {
      const labels = route.labels.map((label, index) => [label, decode(match[index + 1] ?? '')]);
      return { operation: route.operation, labels: Object.fromEntries(labels) };
    }
  }
  return null;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
