import Link from '@cloudscape-design/components/link';
import type { SpendOtherCosts } from '../../../../shared/api/reconcile-answers.ts';

interface SubjectNameProps {
  readonly subject: SpendOtherCosts['subjects'][number];
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

/** What a cost is for; chooses its lines, or all again. */
export function SubjectName({ subject, chosen, onChoose }: SubjectNameProps) {
  return (
    <Link
      href="#costs"
      fontSize="inherit"
      ariaLabel={chosen ? `Show all, not only ${subject.label}` : `Show only ${subject.label}`}
      onFollow={(event) => {
        event.preventDefault();
        onChoose();
      }}
    >
      <span title={subject.label}>{chosen ? <b>{subject.label}</b> : subject.label}</span>
    </Link>
  );
}
