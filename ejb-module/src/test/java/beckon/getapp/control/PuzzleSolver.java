package beckon.getapp.control;

import beckon.getapp.entity.AppLinkRequest.Proof;

/** Does what a browser does with a puzzle. */
public final class PuzzleSolver {

    private PuzzleSolver() {}

    public static Proof solve(String puzzle) {
        int bits = Integer.parseInt(puzzle.split("\\.")[1]);
        long number = 0;
        Proof proof = new Proof(puzzle, "0");
        while (Puzzles.zeroBits(proof) < bits) {
            proof = new Proof(puzzle, Long.toString(++number));
        }
        return proof;
    }

    /** An answer that is none. */
    public static Proof miss(String puzzle) {
        int bits = Integer.parseInt(puzzle.split("\\.")[1]);
        long number = 0;
        Proof proof = new Proof(puzzle, "0");
        while (Puzzles.zeroBits(proof) >= bits) {
            proof = new Proof(puzzle, Long.toString(++number));
        }
        return proof;
    }
}
