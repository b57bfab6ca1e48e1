package io.raceboard.access;

/** The first administrator of the environment cannot be made as it stands there. */
class UnfitAdmin extends RuntimeException {

    UnfitAdmin(AccessFault why) {
        super(why);
    }

    AccessFault why() {
        return (AccessFault) getCause();
    }
}
