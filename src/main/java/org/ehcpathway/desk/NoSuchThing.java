package org.ehcpathway.desk;

/** There is nothing at this address for the person who asks: it does not exist, or it is not theirs to see. Which, is not told. */
class NoSuchThing extends RuntimeException {

    NoSuchThing(String sentence) {
        super(sentence);
    }

    static NoSuchThing ofCase() {
        return new NoSuchThing("There is no such case, or it is not one you can see.");
    }

    static NoSuchThing ofTask() {
        return new NoSuchThing("There is no such task any more, or it is not one you can see.");
    }

    static NoSuchThing ofPaper() {
        return new NoSuchThing("There is no such paper, or it is not one you can see.");
    }

    static NoSuchThing ofSitting() {
        return new NoSuchThing("There is no such sitting, or it is not one you can see.");
    }

    static NoSuchThing ofPage() {
        return new NoSuchThing("There is no such page.");
    }
}
