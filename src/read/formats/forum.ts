import type { Format } from "../format.ts";
import { forumSoftware, isOf } from "../forums/all-software.ts";
import { readForumPage } from "../forums/forum-page.ts";

const NAME = "forum";

/** A saved thread of a forum: phpBB, XenForo, vBulletin, SMF, Invision, MyBB, FluxBB. */
export const forum: Format = {
  name: NAME,
  description: `a saved thread of a forum (${forumSoftware.map(({ name }) => name).join(", ")}); the first post is the article`,
  needs: "posts with the ids that one of these gives them",
  detect: ({ text }) => (forumSoftware.some((software) => isOf(software, text)) ? 0.95 : 0),
  *read(decoded) {
    yield readForumPage(decoded, NAME);
  },
};
