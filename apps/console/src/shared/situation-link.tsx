import { Link } from '@tanstack/react-router';

/** The number of a situation, leading to it. */
export function SituationLink({ id, number }: { readonly id: string; readonly number: string }) {
  return (
    <Link to="/situations/$situationId" params={{ situationId: id }} className="number">
      {number}
    </Link>
  );
}
