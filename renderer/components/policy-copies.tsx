import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { PolicyPart } from '../../shared/api/answers.ts';

interface PolicyCopiesProps {
  readonly label: string;
  readonly parts: readonly PolicyPart[];
  readonly copied: string;
}

/** A button for each managed policy that a policy is made of: IAM takes no more in one. */
export function PolicyCopies({ label, parts, copied }: PolicyCopiesProps) {
  return (
    <SpaceBetween direction="horizontal" size="xs">
      {parts.map(({ json }, index) => {
        const part = partInWords(index, parts.length);
        return (
          <CopyToClipboard
            key={part}
            copyButtonText={part === '' ? label : `${label}, ${part}`}
            textToCopy={json}
            copySuccessText={part === '' ? copied : `${copied}: ${part}; attach all of them`}
            copyErrorText="The clipboard refused; the policy is in Settings"
          />
        );
      })}
    </SpaceBetween>
  );
}

/** `part 1 of 2`; empty where there is only one. */
export function partInWords(index: number, parts: number): string {
  return parts === 1 ? '' : `part ${index + 1} of ${parts}`;
}
