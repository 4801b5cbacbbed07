// Every work page: keys, rows, the panel beside a number, drafts, the clock. The page works without them.
import { startKeys } from "./keys.js";
import { startRows } from "./rows.js";
import { startDrill } from "./drill.js";
import { startDrafts } from "./draft.js";
import { startClock } from "./clock.js";

startRows();
startDrill();
startDrafts();
startClock();
startKeys();
