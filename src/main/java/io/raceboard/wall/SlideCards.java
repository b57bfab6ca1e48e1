package io.raceboard.wall;

import com.vaadin.flow.component.AbstractCompositeField;
import com.vaadin.flow.component.html.Div;
import io.raceboard.desk.DeskWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

/** The slides of a wall in the editor, a card for each; its value is the list of them in their order. */
class SlideCards extends AbstractCompositeField<Div, SlideCards, List<Slide>> implements SlideCard.Owner {

    private final DeskWords words;
    private final boolean editable;
    private final IntConsumer show;
    private final List<SlideCard> cards = new ArrayList<>();

    /** @param show gets the place, from 1, of a slide that is to be seen */
    SlideCards(DeskWords words, boolean editable, IntConsumer show) {
        super(List.of());
        this.words = words;
        this.editable = editable;
        this.show = show;
        getContent().addClassName("slide-cards");
    }

    void add(Slide slide) {
        append(slide);
        changed();
    }

    private void append(Slide slide) {
        var card = new SlideCard(slide, words, editable, this);
        cards.add(card);
        getContent().add(card);
        card.number(cards.size());
    }

    @Override
    protected void setPresentationValue(List<Slide> slides) {
        cards.clear();
        getContent().removeAll();
        slides.forEach(this::append);
    }

    @Override
    public void changed() {
        setModelValue(cards.stream().map(SlideCard::slide).toList(), true);
    }

    private void renumber() {
        getContent().removeAll();
        cards.forEach(getContent()::add);
        for (int place = 0; place < cards.size(); place++) {
            cards.get(place).number(place + 1);
        }
        changed();
    }

    @Override
    public void move(SlideCard card, int by) {
        int from = cards.indexOf(card);
        int to = Math.clamp((long) from + by, 0, cards.size() - 1);
        cards.add(to, cards.remove(from));
        renumber();
    }

    @Override
    public void moveTo(SlideCard card, SlideCard place) {
        int to = cards.indexOf(place);
        cards.remove(card);
        cards.add(to, card);
        renumber();
    }

    @Override
    public void drop(SlideCard card) {
        cards.remove(card);
        renumber();
    }

    @Override
    public void show(SlideCard card) {
        show.accept(cards.indexOf(card) + 1);
    }

    /** @param faults by place and part, such as {@code slides.2.of}; others are not shown here */
    void mark(Map<String, String> faults) {
        for (int place = 0; place < cards.size(); place++) {
            var at = "slides." + place + ".";
            cards.get(place).mark(faults.entrySet().stream().filter(f -> f.getKey().startsWith(at))
                    .collect(Collectors.toMap(f -> f.getKey().substring(at.length()), Map.Entry::getValue)));
        }
    }
}
