import SpaceBetween from '@cloudscape-design/components/space-between';
import { LintBox } from './lint-box.tsx';
import { LintFound } from './lint-found.tsx';

/** What is wrong in a policy that is pasted, and in those that were read. */
export function LintTab() {
  return (
    <SpaceBetween size="m">
      <LintBox />
      <LintFound />
    </SpaceBetween>
  );
}
