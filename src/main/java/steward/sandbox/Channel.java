package steward.sandbox;

/** A conversation: for now only a direct message ({@code D…}) between a human and the app's bot user. */
record Channel(String id, String humanId, String botUserId) {

    boolean has(String userId) {
        return userId.equals(humanId) || userId.equals(botUserId);
    }
}
